import { ledgerSums, runSettings, type RunFacts } from "~/course/index.server";
import { namesOf } from "~/people/index.server";
import { dateToDay } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import type { ExamPart } from "../../codes";
import type { CandidacyFacts } from "../../rules/exam/candidacy";
import type { ExamKind } from "../../rules/exam/codes";
import type { TwoBasisAdmission } from "../../rules/exam/protocol-content";
import { admissionByBothBases } from "../../rules/exam/two-bases";
import type { ExamResultFact } from "../../rules/exam-results";
import type { TraineeStanding } from "../../rules/trainee-standing";
import { standingOfTrainees, type StandingOf } from "../standing.server";

/** Somebody who may be examined, with everything their candidacy depends on. */
export interface ExamPerson {
  enrolmentId: string;
  accountId: string;
  name: string;
  settings: RunFacts["settings"];
  standing: TraineeStanding;
  admission: TwoBasisAdmission;
  results: ExamResultFact[];
  missed: CandidacyFacts["missed"];
  /** Days that are not over and have the person on the list, by id. */
  waitingDays: string[];
}

/** What people's candidacy depends on, in one batch of queries. Scope is the caller's business. */
export async function examPeople(of: StandingOf, reader: Tx = db()): Promise<Map<string, ExamPerson>> {
  const standings = await standingOfTrainees(of, reader);
  const ids = [...standings.keys()];
  const sums = await ledgerSums(ids, reader);
  const rows = await reader.enrolment.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      run: { select: { settings: true } },
      examResults: { where: { voidedAt: null }, select: { part: true, heldOn: true, passed: true } },
    },
  });
  const seats = await reader.examCandidate.findMany({
    where: { enrolmentId: { in: ids }, examDay: { state: { not: "cancelled" } } },
    select: {
      enrolmentId: true,
      state: true,
      excuseAccepted: true,
      examDay: { select: { id: true, state: true, kind: true, heldOn: true, parts: true } },
    },
    orderBy: { examDay: { heldOn: "desc" } },
  });
  const names = await namesOf(
    [...standings.values()].map(({ accountId }) => accountId),
    reader,
  );
  return new Map(
    rows.map((row) => {
      const standing = standings.get(row.id)!;
      const settings = runSettings(row.run);
      const results = row.examResults.map((result) => ({ ...result, heldOn: dateToDay(result.heldOn) }));
      const own = seats.filter(({ enrolmentId }) => enrolmentId === row.id);
      const over = own.find(({ examDay }) => examDay.state === "closed" || examDay.state === "locked");
      const person: ExamPerson = {
        enrolmentId: row.id,
        accountId: standing.accountId,
        name: names.get(standing.accountId) ?? "",
        settings,
        standing,
        admission: admissionByBothBases(
          sums.get(row.id) ?? { theoryMinutes: 0, practiceMinutes: 0 },
          settings,
        ),
        results,
        missed:
          over?.state === "absent"
            ? {
                day: dateToDay(over.examDay.heldOn),
                parts: missedParts(over.examDay, results),
                excuseAccepted: over.excuseAccepted,
              }
            : null,
        waitingDays: own.filter(({ examDay }) => examDay.state !== "locked").map(({ examDay }) => examDay.id),
      };
      return [row.id, person];
    }),
  );
}

/** What the rule of candidacy asks about somebody; the day in question does not stand in its own way. */
export function candidacyFacts(person: ExamPerson, dayId: string | null): CandidacyFacts {
  return {
    active: person.standing.state === "active",
    admitted: person.standing.admission.admitted,
    results: person.results,
    missed: person.missed,
    onOtherDay: person.waitingDays.some((id) => id !== dayId),
  };
}

/** Parts somebody would have been examined in on a day they did not come to. */
function missedParts(
  { kind, parts }: { kind: ExamKind; parts: readonly ExamPart[] },
  results: readonly ExamResultFact[],
): ExamPart[] {
  const taken = (part: ExamPart) => results.some((result) => result.part === part);
  if (kind === "regular") return parts.filter((part) => !taken(part));
  return kind === "resit" ? parts.filter(taken) : [...parts];
}
