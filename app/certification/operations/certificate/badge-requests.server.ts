import { countAttempt, networkOf, type RateLimit } from "~/access/index.server";

/** Verifiers keep what they got for some minutes; nobody needs to ask this often. */
const requests: RateLimit = { kind: "window", name: "badge-request", attempts: 600, windowMs: 60 * 60_000 };

/** Counts a request for what is published about badges. @throws AppError tooManyRequests */
export async function countBadgeRequest(address: string, { now }: { now: Date }): Promise<void> {
  await countAttempt([[requests, networkOf(address)]], now);
}

/** The answer to a verifier: readable from any web page, kept for a while. */
export function badgeAnswer(body: string, contentType: string): Response {
  return new Response(body, {
    headers: {
      "Content-Type": contentType,
      "Cache-Control": "public, max-age=300",
      "Access-Control-Allow-Origin": "*",
      "X-Robots-Tag": "noindex",
    },
  });
}
