import "@remix-run/node";

declare module "@remix-run/node" {
  /** What server.js hands to every request. */
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    /** Address of the caller, after the configured proxies. */
    address: string;
  }
}
