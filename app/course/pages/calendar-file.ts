import { open } from "~/access/index.server";
import { readFeed } from "../operations/teaching/calendar-feed.server";

/** The calendar at a secret address, for a phone that does not sign in; nobody between may keep it. */
export const loader = open(async ({ params, context, actor, now }) => {
  const body = await readFeed(params.token ?? "", {
    now,
    address: context.address ?? "",
    signedIn: actor?.accountId ?? null,
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="vyuka.ics"',
      "Cache-Control": "private, max-age=900",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
    },
  });
});
