import type { Actor } from "~/access/index.server";
import type { RunFacts } from "~/course/index.server";
import { accountsWithRole } from "~/people/index.server";
import { dayOf, dayToDate } from "~/platform/days";
import type { Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { guidesOf } from "~/practice/index.server";
import type { PlanExamForm } from "../../exam-schema";
import { candidacy } from "../../rules/exam/candidacy";
import { memberRoles } from "../../rules/exam/codes";
import { commissionRefusal } from "../../rules/exam/commission";
import { refusal } from "./exam-day-row.server";
import { candidacyFacts, examPeople, type ExamPerson } from "./exam-people.server";

type Wish = Omit<PlanExamForm, "id">;

/** Seats of the form, the chair first. */
export function seatsOf({ chair, second, third }: Wish): string[] {
  return [chair, second, third];
}

/**
 * Checks a planned day: its date and parts, everybody on the list, and the commission.
 * @param dayId the day itself when it is changed
 * @throws AppError invalid with the reason at the field, forbidden for oneself, notFound for strangers
 */
export async function requireGoodPlan(
  tx: Tx,
  actor: Actor,
  { run, wish, dayId, now }: { run: RunFacts; wish: Wish; dayId: string | null; now: Date },
): Promise<ExamPerson[]> {
  if (wish.day < dayOf(now)) throw refusal("pastDay", "day");
  if (wish.day < run.startsOn) throw refusal("beforeRun", "day", { day: dayToDate(run.startsOn).getTime() });
  const other = wish.parts.find((part) => !run.settings.examParts.includes(part));
  if (other) throw refusal("otherPart", "parts");
  const people = await examPeople({ enrolmentIds: wish.candidates }, tx);
  const chosen = wish.candidates.map((id) => people.get(id));
  const listed = chosen.flatMap((person) => (person && person.standing.runId === run.id ? [person] : []));
  if (listed.length !== wish.candidates.length || new Set(wish.candidates).size !== listed.length)
    throw new AppError("notFound");
  for (const person of listed) requireCandidate(actor, person, wish, dayId);
  await requireCommission(tx, run, wish, listed);
  return listed;
}

function requireCandidate(actor: Actor, person: ExamPerson, wish: Wish, dayId: string | null): void {
  if (person.accountId === actor.accountId) throw new AppError("forbidden", { reason: "exam:refusal.own" });
  const { refusal: refused } = candidacy(candidacyFacts(person, dayId), wish, person.settings);
  if (!refused) return;
  const { missing, basis } = person.standing.admission;
  const detail = refused.code === "notAdmitted" ? `notAdmittedIn.${basis}` : refused.code;
  throw new AppError("invalid", {
    field: "candidates",
    reason: `exam:candidacy.${detail}`,
    values: { ...refused.values, name: person.name, missing: Math.ceil(missing * 100) / 100 },
  });
}

async function requireCommission(
  tx: Tx,
  run: RunFacts,
  wish: Wish,
  listed: readonly ExamPerson[],
): Promise<void> {
  const eligible = await accountsWithRole(memberRoles, { regionCode: run.regionCode }, tx);
  const problem = commissionRefusal({
    members: seatsOf(wish),
    chair: wish.chair,
    eligible: new Set(eligible.map(({ accountId }) => accountId)),
    examinees: new Set(listed.map(({ accountId }) => accountId)),
    guides: await guideAccounts(
      tx,
      listed.map(({ enrolmentId }) => enrolmentId),
    ),
  });
  if (!problem) return;
  const seats = ["chair", "second", "third"] as const;
  const field = seats.find((seat) => wish[seat] === problem.accountId) ?? "third";
  throw refusal(`commission.${problem.code}`, field);
}

/** Accounts of everybody who guides or ever guided one of the trainees. */
export async function guideAccounts(tx: Tx, enrolmentIds: readonly string[]): Promise<Set<string>> {
  const guides = await guidesOf(enrolmentIds, tx);
  return new Set([...guides.values()].flat().flatMap(({ accountId }) => accountId ?? []));
}
