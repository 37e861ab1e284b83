import { guarded } from "~/access/index.server";
import { downloadCertificate } from "../operations/certificates.server";

/** The issued file, never kept by anybody between the portal and the reader. */
export const loader = guarded("certificate:read", async ({ actor, params, now }) => {
  const { bytes, fileName } = await downloadCertificate(actor, params.id, { now });
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
