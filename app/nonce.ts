import { createContext, useContext } from "react";

/** The request's CSP nonce; only the server knows it, the browser hides it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
