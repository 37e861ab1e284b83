import { guarded } from "~/access/index.server";
import { fileResponse } from "~/platform/file-response.server";
import { zipRunCertificates } from "../operations/certificate/run-certificates-zip.server";

/** Certificates of a run for printing, never kept by anybody between the portal and the reader. */
export const loader = guarded("certificate:issue", async ({ actor, params, now }) => {
  const { bytes, fileName } = await zipRunCertificates(actor, params.id, { now });
  return fileResponse({ body: bytes, type: "application/zip", fileName });
});
