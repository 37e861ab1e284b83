import { guarded } from "~/access/index.server";
import { zipRunCertificates } from "../operations/certificate/run-certificates-zip.server";

/** Certificates of a run for printing, never kept by anybody between the portal and the reader. */
export const loader = guarded("certificate:issue", async ({ actor, params, now }) => {
  const { bytes, fileName } = await zipRunCertificates(actor, params.id, { now });
  return new Response(new Blob([new Uint8Array(bytes)]), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
});
