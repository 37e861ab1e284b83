import { guarded } from "~/access/index.server";
import { fileResponse } from "~/platform/file-response.server";
import { downloadProtocol } from "../operations/exam/download-protocol.server";

/** The signed protocol, never kept by anybody between the portal and the reader. */
export const loader = guarded(["exam:record", "exam:judge"], async ({ actor, params, now }) => {
  const { bytes, fileName } = await downloadProtocol(actor, params.id, { now });
  return fileResponse({ body: bytes, type: "application/pdf", fileName });
});
