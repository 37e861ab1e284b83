import { guarded } from "~/access/index.server";
import { fileResponse } from "~/platform/file-response.server";
import { exportRun } from "../operations/overview/export-run.server";

/** A run's papers for the accreditation file as one ZIP, never kept by anybody between the portal and the reader. */
export const loader = guarded("run:export", async ({ actor, params, now }) => {
  const { bytes, fileName } = await exportRun(actor, params.id ?? "", { now });
  return fileResponse({ body: bytes, type: "application/zip", fileName });
});
