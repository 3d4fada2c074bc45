import "@remix-run/node";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Random per response; every inline script carries it. */
    readonly cspNonce: string;
    /** Network address of whoever asks, as far as a proxy on this machine tells. */
    readonly clientAddress: string;
  }
}
