import { guarded } from "~/access/index.server";
import { exportRun } from "../operations/overview/export-run.server";

/** A run's papers for the accreditation file as one ZIP, never kept by anybody between the portal and the reader. */
export const loader = guarded("run:export", async ({ actor, params, now }) => {
  const { bytes, fileName } = await exportRun(actor, params.id ?? "", { now });
  return new Response(new Blob([new Uint8Array(bytes)]), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
});
