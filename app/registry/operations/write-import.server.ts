import { randomUUID } from "node:crypto";
import { ensureOrganisation } from "~/people/index.server";
import { dayToDate } from "~/platform/days";
import type { Prisma, Tx } from "~/platform/db/index.server";
import { openState } from "../rules/case-state";
import { regionOfCentre } from "../rules/centre-regions";
import { criteriaSetOn } from "../rules/criteria";
import type { ImportPlan } from "../rules/import-plan";
import type { CaseRow } from "../rules/import-rows";
import { ensureCriteriaSets } from "./criteria-rows.server";
import { moveCase } from "./move-case.server";

/** Rows of one INSERT: a statement has at most 65,535 parameters. */
const rowsAtOnce = 2000;

interface Place {
  id: string;
  regionCode: string | null;
}

export interface ImportedBodies {
  newCentres: { name: string; regionCode: string | null }[];
  newMentors: string[];
}

/** Writes a plan without problems; a dry run only finds out which centres and mentors would be new. */
export async function writeImport(
  tx: Tx,
  plan: ImportPlan,
  { now, dryRun }: { now: Date; dryRun: boolean },
): Promise<ImportedBodies> {
  const rows = plan.newCases.map(({ row }) => row);
  const { centres, newCentres } = await centresOf(tx, rows, { now, dryRun });
  const { mentors, newMentors } = await mentorsOf(tx, rows, centres, { now, dryRun });
  if (!dryRun) {
    const caseIds = await writeCases(tx, plan, { centres, mentors, now });
    await writeEvaluations(tx, plan, caseIds, now);
    await writeEnds(tx, plan, now);
  }
  return { newCentres, newMentors };
}

async function centresOf(tx: Tx, rows: readonly CaseRow[], { now, dryRun }: { now: Date; dryRun: boolean }) {
  const names = [...new Set(rows.map(({ centre }) => centre))].sort((a, b) => a.localeCompare(b, "cs"));
  const known = await tx.organisation.findMany({ where: { kind: "probation_centre" } });
  const centres = new Map<string, Place>();
  const newCentres: ImportedBodies["newCentres"] = [];
  for (const name of names) {
    // A file names a centre by its town; the portal may know it by a longer name.
    const byTown = known.filter(({ town }) => town === name);
    const match = known.find((one) => one.name === name) ?? (byTown.length === 1 ? byTown[0] : undefined);
    if (match) {
      centres.set(name, { id: match.id, regionCode: match.regionCode });
      continue;
    }
    const regionCode = regionOfCentre(name);
    newCentres.push({ name, regionCode });
    if (dryRun) continue;
    const id = await ensureOrganisation(tx, {
      kind: "probation_centre",
      name,
      town: name,
      regionCode,
      by: null,
      now,
    });
    centres.set(name, { id, regionCode });
  }
  return { centres, newCentres };
}

async function mentorsOf(
  tx: Tx,
  rows: readonly CaseRow[],
  centres: ReadonlyMap<string, Place>,
  { now, dryRun }: { now: Date; dryRun: boolean },
) {
  const regions = new Map<string, string | null>();
  for (const { mentorCode, centre } of rows) {
    if (mentorCode !== null && !regions.has(mentorCode)) {
      regions.set(mentorCode, centres.get(centre)?.regionCode ?? null);
    }
  }
  const known = await tx.mentor.findMany({
    where: { code: { in: [...regions.keys()] } },
    select: { id: true, code: true },
  });
  const mentors = new Map(known.map(({ id, code }) => [code, id]));
  const made = [...regions]
    .filter(([code]) => !mentors.has(code))
    .map(([code, regionCode]) => ({ id: randomUUID(), code, regionCode, createdAt: now }));
  for (const { id, code } of made) mentors.set(code, id);
  if (!dryRun && made.length > 0) await tx.mentor.createMany({ data: made });
  return { mentors, newMentors: made.map(({ code }) => code).sort() };
}

interface Writing {
  centres: ReadonlyMap<string, Place>;
  mentors: ReadonlyMap<string, string>;
  now: Date;
}

/** Ids of the new cases by client code. */
async function writeCases(tx: Tx, plan: ImportPlan, writing: Writing): Promise<Map<string, string>> {
  const caseIds = new Map<string, string>();
  const made = plan.newCases.map((planned) => {
    const rows = rowsOfCase(planned.row, writing);
    caseIds.set(planned.row.clientCode, rows.case.id);
    return { ...rows, imported: importedRow("case", planned, rows.case.id, writing.now) };
  });
  await inParts(made, async (part) => {
    await tx.client.createMany({ data: part.map((rows) => rows.client) });
    await tx.case.createMany({ data: part.map((rows) => rows.case) });
    await tx.clientTypeJudgement.createMany({ data: part.map((rows) => rows.judgement) });
    await tx.assignment.createMany({ data: part.flatMap((rows) => rows.assignment ?? []) });
    await tx.caseStateChange.createMany({ data: part.flatMap((rows) => rows.states) });
    await tx.importedRow.createMany({ data: part.map((rows) => rows.imported) });
  });
  return caseIds;
}

function rowsOfCase(row: CaseRow, { centres, mentors, now }: Writing) {
  const centre = centres.get(row.centre);
  if (!centre) throw new Error(`The centre of line ${row.line} was not prepared`);
  const mentorId = row.mentorCode === null ? null : mentors.get(row.mentorCode);
  const [clientId, caseId] = [randomUUID(), randomUUID()];
  const ended = row.endedOn !== null;
  const state = ended ? ("closed" as const) : openState(mentorId ? { startedOn: row.startedOn } : null);
  const states = [
    { state: "referred" as const, day: row.referredOn },
    ...(row.startedOn === null ? [] : [{ state: "active" as const, day: row.startedOn }]),
    ...(row.endedOn === null ? [] : [{ state: "closed" as const, day: row.endedOn }]),
  ];
  return {
    client: { id: clientId, code: row.clientCode, createdAt: now },
    case: {
      id: caseId,
      clientId,
      organisationId: centre.id,
      regionCode: centre.regionCode,
      state,
      sanction: row.sanction,
      referredOn: dayToDate(row.referredOn),
      endedOn: row.endedOn === null ? null : dayToDate(row.endedOn),
      outcome: ended ? "not_recorded" : null,
      createdAt: now,
    },
    judgement: {
      id: randomUUID(),
      caseId,
      type: row.type,
      judgedOn: dayToDate(row.referredOn),
      createdAt: now,
    },
    assignment: mentorId
      ? {
          id: randomUUID(),
          caseId,
          mentorId,
          assignedOn: dayToDate(row.startedOn ?? row.referredOn),
          startedOn: row.startedOn === null ? null : dayToDate(row.startedOn),
          endedOn: row.endedOn === null ? null : dayToDate(row.endedOn),
          endReason: ended ? "case_ended" : null,
          openCaseId: ended ? null : caseId,
          createdAt: now,
        }
      : null,
    states: states.map(({ state: reached, day }, index) => ({
      id: randomUUID(),
      caseId,
      state: reached,
      outcome: reached === "closed" ? "not_recorded" : null,
      happenedOn: dayToDate(day),
      // The order of the steps is the order of their recording.
      recordedAt: new Date(now.getTime() + index),
    })),
  };
}

async function writeEvaluations(
  tx: Tx,
  plan: ImportPlan,
  caseIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  if (plan.newEvaluations.length === 0) return;
  await ensureCriteriaSets(tx);
  const made = plan.newEvaluations.map((planned) => {
    const { row } = planned;
    const caseId = planned.caseId ?? caseIds.get(row.clientCode);
    if (!caseId) throw new Error(`The case of line ${row.line} was not prepared`);
    const evaluation: Prisma.EvaluationCreateManyInput = {
      id: randomUUID(),
      caseId,
      criteriaSetId: criteriaSetOn("probation_centre", row.signedOn).id,
      answers: row.answers,
      successful: row.successful,
      signedOn: dayToDate(row.signedOn),
      signedAt: dayToDate(row.signedOn),
    };
    return { evaluation, imported: importedRow("evaluation", planned, evaluation.id, now) };
  });
  await inParts(made, async (part) => {
    await tx.evaluation.createMany({ data: part.map(({ evaluation }) => evaluation) });
    await tx.importedRow.createMany({ data: part.map(({ imported }) => imported) });
  });
}

async function writeEnds(tx: Tx, plan: ImportPlan, now: Date): Promise<void> {
  for (const { row, key, content, caseId } of plan.endedCases) {
    if (row.endedOn === null) continue;
    const day = row.endedOn;
    await tx.assignment.updateMany({
      where: { openCaseId: caseId },
      data: { endedOn: dayToDate(day), endReason: "case_ended", openCaseId: null },
    });
    await moveCase(tx, null, { caseId, state: "closed", outcome: "not_recorded", day, by: null, at: now });
    await tx.importedRow.update({ where: { key }, data: { content, importedAt: now } });
  }
}

function importedRow(
  kind: string,
  { key, content }: { key: string; content: string },
  subjectId: string,
  now: Date,
) {
  return { key, kind, content, subjectId, importedAt: now };
}

async function inParts<Item>(items: readonly Item[], write: (part: Item[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += rowsAtOnce)
    await write(items.slice(from, from + rowsAtOnce));
}
