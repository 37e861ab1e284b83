import { audit } from "~/platform/audit/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";

/** Erases records of entry conditions whose day has come. Returns how many. */
export async function eraseExpiredConditions(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.entryCondition.deleteMany({
      where: { deleteOn: { lte: dayToDate(dayOf(now)) } },
    });
    if (count > 0) {
      await audit(tx, { actor: null, action: "conditions.erase", details: { count }, at: now });
    }
    return count;
  });
}
