import { open } from "~/access/index.server";
import { badgeAnswer, countBadgeRequest } from "../operations/certificate/badge-requests.server";
import { publishedKeys } from "../operations/certificate/signing-key.server";

/** Every public key badges were ever signed with, as a JWK Set (RFC 7517). */
export const loader = open(async ({ context, now }) => {
  await countBadgeRequest(context.address, { now });
  return badgeAnswer(JSON.stringify({ keys: await publishedKeys() }), "application/jwk-set+json");
});
