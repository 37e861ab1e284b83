import { PassThrough } from "node:stream";
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { languageOf, serverI18n } from "./i18n/i18n.server";
import { NonceContext } from "./nonce";
import { log } from "./platform/log.server";

export { portal } from "./portal.server";

const renderTimeout = 5_000;
export const streamTimeout = renderTimeout + 1_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const i18n = await serverI18n(await languageOf(request));
  // A reader without JavaScript and a robot get the page whole; everybody else as soon as its frame is ready.
  const readyWhen =
    isbot(request.headers.get("user-agent")) || remixContext.isSpaMode ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let answered = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer
            context={remixContext}
            url={request.url}
            nonce={context.nonce}
            abortDelay={renderTimeout}
          />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [readyWhen]() {
          answered = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          if (answered) log.error({ requestId: context.requestId, err: error }, "render failed");
        },
      },
    );
    setTimeout(abort, streamTimeout).unref();
  });
}

/** Data answers are as private as the pages they belong to. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Only bugs come here: refusals are answered by the guards. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  log.error({ requestId: context.requestId, err: error }, "request failed");
}
