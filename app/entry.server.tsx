import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { createChunkCollector } from "./http/chunk-collector.server";
import { localeOf, serverI18n } from "./i18n/i18n.server";
import { isAppError } from "./kernel/app-error";
import { NonceContext } from "./ui/shell/nonce";

const abortDelayMs = 10_000;

/** People get the shell at once; crawlers and tools get the page when all of it is there. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const locale = await localeOf(request);
  const waitForAll = isbot(request.headers.get("user-agent") ?? "") || remixContext.isSpaMode;
  return new Promise<Response>((resolve, reject) => {
    let responseStatus = status;
    const respond = () => {
      const body = createChunkCollector();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.cspNonce}>
        <I18nextProvider i18n={serverI18n(locale)}>
          <RemixServer context={remixContext} url={request.url} nonce={loadContext.cspNonce} />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.cspNonce,
        [waitForAll ? "onAllReady" : "onShellReady"]: respond,
        onShellError: reject,
        onError(error) {
          responseStatus = 500;
          console.error(error);
        },
      },
    );
    setTimeout(abort, abortDelayMs).unref();
  });
}

/** Rules that were broken are answered, not logged; only what nobody expected reaches the log. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || isAppError(error) || isRouteErrorResponse(error)) return;
  console.error(error);
}
