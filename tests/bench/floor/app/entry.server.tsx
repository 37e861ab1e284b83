import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { pino } from "pino";
import { renderToPipeableStream } from "react-dom/server";

/** What server.js asks of a build, with nothing behind it. */
export const portal = {
  config: () => ({
    host: "127.0.0.1",
    port: Number(process.env.PORT),
    trustProxy: false,
    publicUrl: `http://127.0.0.1:${process.env.PORT}`,
  }),
  log: pino({ level: "warn" }),
  start: async () => {},
  healthy: async () => true,
  stop: async () => {},
};

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  return new Promise<Response>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}
