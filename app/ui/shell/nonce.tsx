import { createContext, useContext } from "react";

/** The response's CSP nonce. Browsers hide it from scripts, so on the client it is the empty string. */
export const NonceContext = createContext<string>("");

export function useNonce(): string | undefined {
  return useContext(NonceContext) || undefined;
}
