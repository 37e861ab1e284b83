import { open } from "~/access/index.server";
import { badgeAnswer, countBadgeRequest } from "../operations/certificate/badge-requests.server";
import { publishStatusList } from "../operations/certificate/status-list.server";

/** The signed list of badges that were revoked. */
export const loader = open(async ({ context, now }) => {
  await countBadgeRequest(context.address, { now });
  return badgeAnswer(await publishStatusList({ now }), "application/vc+jwt");
});
