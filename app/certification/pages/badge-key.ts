import { open } from "~/access/index.server";
import { AppError } from "~/platform/errors";
import { badgeAnswer, countBadgeRequest } from "../operations/certificate/badge-requests.server";
import { publishedKeys } from "../operations/certificate/signing-key.server";

/** One public key: what the `kid` of a badge leads to. */
export const loader = open(async ({ params, context, now }) => {
  await countBadgeRequest(context.address, { now });
  const kid = params.kid ?? "";
  // A thumbprint (RFC 7638) of SHA-256; nothing else is worth asking the database for.
  if (!/^[\w-]{43}$/.test(kid)) throw new AppError("notFound");
  const [key] = await publishedKeys(kid);
  if (!key) throw new AppError("notFound");
  return badgeAnswer(JSON.stringify(key), "application/jwk+json");
});
