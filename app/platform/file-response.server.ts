/** A file somebody downloads or opens from the portal. */
export interface SentFile {
  body: Uint8Array | string;
  /** With the character set when it is text. */
  type: string;
  fileName: string;
  /** Opened in the browser instead of being saved. */
  inline?: boolean;
}

/** The answer with a file that nobody between the portal and the reader keeps, guesses about or indexes. */
export function fileResponse({ body, type, fileName, inline = false }: SentFile): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body);
  return new Response(new Blob([bytes]), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
}
