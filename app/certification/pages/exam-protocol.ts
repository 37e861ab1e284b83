import { guarded } from "~/access/index.server";
import { downloadProtocol } from "../operations/exam/download-protocol.server";

/** The signed protocol, never kept by anybody between the portal and the reader. */
export const loader = guarded(["exam:record", "exam:judge"], async ({ actor, params, now }) => {
  const { bytes, fileName } = await downloadProtocol(actor, params.id, { now });
  return new Response(new Blob([new Uint8Array(bytes)]), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
});
