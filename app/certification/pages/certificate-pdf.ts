import { guarded } from "~/access/index.server";
import { fileResponse } from "~/platform/file-response.server";
import { downloadCertificate } from "../operations/certificates.server";

/** The issued file, never kept by anybody between the portal and the reader. */
export const loader = guarded("certificate:read", async ({ actor, params, now }) => {
  const { bytes, fileName } = await downloadCertificate(actor, params.id, { now });
  return fileResponse({ body: bytes, type: "application/pdf", fileName });
});
