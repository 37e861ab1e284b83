import { guarded } from "~/access/index.server";
import { downloadBadge } from "../operations/certificate/badge.server";

/** The signed badge, for its holder. */
export const loader = guarded("certificate:read", async ({ actor, params, now }) => {
  const { jwt, fileName } = await downloadBadge(actor, params.id, { now });
  return new Response(jwt, {
    headers: {
      "Content-Type": "application/vc+jwt",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
});
