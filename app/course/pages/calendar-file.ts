import { open } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { readFeed } from "../operations/teaching/calendar-feed.server";

/** The calendar at a secret address, for a phone that does not sign in; nobody between may keep it. */
export const loader = open(async ({ params, context, actor, now }) => {
  let body: string;
  try {
    body = await readFeed(params.token ?? "", {
      now,
      address: context.address ?? "",
      signedIn: actor?.accountId ?? null,
    });
  } catch (error) {
    // A program asks, over and over: it needs no page, and a revoked address is no fault to be logged.
    if (error instanceof AppError) return new Response(null, { status: error.status });
    throw error;
  }
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
