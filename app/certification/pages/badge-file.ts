import { guarded } from "~/access/index.server";
import { fileResponse } from "~/platform/file-response.server";
import { downloadBadge } from "../operations/certificate/badge.server";

/** The signed badge, for its holder. */
export const loader = guarded("certificate:read", async ({ actor, params, now }) => {
  const { jwt, fileName } = await downloadBadge(actor, params.id, { now });
  return fileResponse({ body: jwt, type: "application/vc+jwt", fileName });
});
