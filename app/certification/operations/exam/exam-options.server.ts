import type { Actor } from "~/access/index.server";
import { runOf } from "~/course/index.server";
import { accountsWithRole } from "~/people/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { ExamPart } from "../../codes";
import { candidacy, type CandidacyRefusal } from "../../rules/exam/candidacy";
import { memberRoles, type ExamKind } from "../../rules/exam/codes";
import type { TwoBasisAdmission } from "../../rules/exam/protocol-content";
import { guideAccounts } from "./exam-checks.server";
import { readExamDayRow } from "./exam-day-row.server";
import { deadlinesOf, type ExamDeadlines } from "./exam-deadlines-of.server";
import { candidacyFacts, examPeople } from "./exam-people.server";

/** Somebody who may be put on the list, or why not. */
export interface CandidateOption {
  enrolmentId: string;
  name: string;
  admission: TwoBasisAdmission;
  deadlines: ExamDeadlines;
  refusal: CandidacyRefusal | null;
}

export interface ExamOptions {
  run: { id: string; name: string; town: string };
  kind: ExamKind;
  parts: ExamPart[];
  candidates: CandidateOption[];
  /** Who can sit in the commission; a guide of somebody in the run is marked. */
  members: { accountId: string; name: string; roles: (typeof memberRoles)[number][]; guide: boolean }[];
  today: string;
}

/** Refusals that another day would mend. */
const byDay = new Set(["resitSameDay", "substituteSameDay"]);

/** What can be chosen for a day of one kind. @param dayId a planned day that is changed */
export async function examOptions(
  actor: Actor,
  { runId, kind, dayId = null }: { runId: string; kind: ExamKind; dayId?: string | null },
  { now }: { now: Date },
): Promise<ExamOptions> {
  const run = await runOf(actor, "exam:record", runId);
  const today = dayOf(now);
  const exam = { kind, day: today, parts: run.settings.examParts };
  const people = [...(await examPeople({ runIds: [run.id] })).values()]
    .filter(({ standing, accountId }) => standing.state === "active" && accountId !== actor.accountId)
    .sort((a, b) => a.name.localeCompare(b.name, "cs"));
  const candidates = people.map((person) => {
    const { refusal } = candidacy(candidacyFacts(person, dayId), exam, person.settings);
    return {
      enrolmentId: person.enrolmentId,
      name: person.name,
      admission: person.admission,
      deadlines: deadlinesOf(person),
      refusal: refusal && byDay.has(refusal.code) ? null : refusal,
    };
  });
  const enrolmentIds = people.map(({ enrolmentId }) => enrolmentId);
  const members = await memberOptions(run.regionCode, enrolmentIds);
  const { id, name, town } = run;
  return { run: { id, name, town }, kind, parts: run.settings.examParts, candidates, members, today };
}

async function memberOptions(
  regionCode: string | null,
  enrolmentIds: readonly string[],
): Promise<ExamOptions["members"]> {
  const holders = await accountsWithRole(memberRoles, { regionCode });
  const guides = await guideAccounts(db(), enrolmentIds);
  const people = new Map<string, ExamOptions["members"][number]>();
  for (const { accountId, name, role } of holders) {
    const known = people.get(accountId) ?? { accountId, name, roles: [], guide: guides.has(accountId) };
    const held = memberRoles.find((one) => one === role);
    if (held && !known.roles.includes(held)) known.roles.push(held);
    people.set(accountId, known);
  }
  return [...people.values()];
}

/** A planned day as its form begins. @throws AppError notFound for anybody but the organiser */
export async function examDayToChange(actor: Actor, id: string | undefined) {
  const { day, organiser } = await readExamDayRow(db(), actor, id);
  if (!organiser) throw new AppError("notFound");
  const [chair, second, third] = day.members.map(({ accountId }) => accountId);
  return {
    id: day.id,
    runId: day.runId,
    state: day.state,
    version: day.version,
    kind: day.kind,
    day: dateToDay(day.heldOn),
    startMinute: day.startMinute,
    place: day.place,
    parts: day.parts,
    chair,
    second,
    third,
    candidates: day.candidates.map(({ enrolmentId }) => enrolmentId),
  };
}
