import { open } from "~/access/index.server";
import { config } from "~/platform/config.server";
import { badgeAnswer, countBadgeRequest } from "../operations/certificate/badge-requests.server";
import { badgeWords } from "../operations/certificate/badge-words.server";
import { badgeIssuer } from "../rules/certificate/badge-credential";

/** Who issues badges, as badges name them. */
export const loader = open(async ({ context, now }) => {
  await countBadgeRequest(context.address, { now });
  const profile = badgeIssuer(await badgeWords(), config().publicUrl);
  return badgeAnswer(JSON.stringify(profile), "application/json");
});
