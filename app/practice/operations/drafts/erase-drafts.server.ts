import { audit } from "~/platform/audit/index.server";
import { addDays, dayOf, momentsOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { draftKeptDays } from "../../rules/draft-fields";

/** Erases drafts nobody touched for thirty days, as the page says beside each; returns how many. */
export async function eraseOldDrafts(now: Date): Promise<number> {
  const [before] = momentsOf(addDays(dayOf(now), 1 - draftKeptDays), 0);
  return inTransaction(async (tx) => {
    const { count } = await tx.practiceDraft.deleteMany({ where: { savedAt: { lt: before } } });
    if (count > 0) {
      await audit(tx, { actor: null, action: "practice.drafts-erased", details: { count }, at: now });
    }
    return count;
  });
}
