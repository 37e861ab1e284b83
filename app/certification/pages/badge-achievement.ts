import { open } from "~/access/index.server";
import { config } from "~/platform/config.server";
import { badgeAnswer, countBadgeRequest } from "../operations/certificate/badge-requests.server";
import { badgeWords } from "../operations/certificate/badge-words.server";
import { badgeAchievement } from "../rules/certificate/badge-credential";

/** What badges are given for. */
export const loader = open(async ({ context, now }) => {
  await countBadgeRequest(context.address, { now });
  const achievement = badgeAchievement(await badgeWords(), config().publicUrl);
  return badgeAnswer(JSON.stringify(achievement), "application/json");
});
