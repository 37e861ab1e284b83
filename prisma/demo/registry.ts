import { ensureCriteriaSets } from "~/registry/operations/criteria-rows.server";
import { sealClient } from "~/registry/operations/client-record.server";
import { clientCode, clientCodePrefix } from "~/registry/rules/client-code";
import { criteriaSetOn } from "~/registry/rules/criteria";
import {
  clientTypes,
  closingOutcomes,
  mentorActivities,
  sanctions,
  type CaseState,
  type ClientType,
  type MentorActivity,
  type Outcome,
  type Place,
} from "~/registry/schema";
import { seal } from "~/platform/crypto/index.server";
import { addDays, dayOf, dayToDate } from "~/platform/days";
import { inTransaction, type Prisma, type Tx } from "~/platform/db/index.server";
import { demoRegion, type DemoOrganisation, type DemoWorld } from "./world";
import { activityNotes, contacts, helpWanted, nextSteps, typeReasons } from "./registry-words";

type Organisation = Prisma.OrganisationGetPayload<object>;

/** One case of the demo: where, how far, whose, and how long ago it was referred. */
interface Plan {
  at: DemoOrganisation;
  state: CaseState;
  /** Index among the demo's mentors; the first one is mentor@demo.test. */
  mentor?: number;
  /** Who had the case before. */
  before?: number;
  daysAgo: number;
  /** For ended cases: how long the work took. */
  lasted?: number;
  /** Days since the last evaluation of a case that goes on; the next one is due after two months. */
  evaluatedAgo?: number;
}

/** Forty cases over two years; most belong to the centre of probation_officer@demo.test. */
const plans: Plan[] = [
  // The six clients of mentor@demo.test
  { at: "pmsDecin", state: "active", mentor: 0, daysAgo: 320, evaluatedAgo: 75 },
  { at: "pmsDecin", state: "active", mentor: 0, daysAgo: 210, evaluatedAgo: 54 },
  { at: "pmsDecin", state: "active", mentor: 0, daysAgo: 130, evaluatedAgo: 20 },
  { at: "pmsDecin", state: "active", mentor: 0, daysAgo: 45 },
  { at: "pmsDecin", state: "assigned", mentor: 0, daysAgo: 6 },
  { at: "townDecin", state: "active", mentor: 0, daysAgo: 120, evaluatedAgo: 30 },
  // The rest of Děčín
  { at: "pmsDecin", state: "referred", daysAgo: 3 },
  { at: "pmsDecin", state: "referred", daysAgo: 12 },
  { at: "pmsDecin", state: "assigned", mentor: 3, daysAgo: 10 },
  { at: "pmsDecin", state: "active", mentor: 1, daysAgo: 260, evaluatedAgo: 66 },
  { at: "pmsDecin", state: "active", mentor: 2, before: 4, daysAgo: 240, evaluatedAgo: 50 },
  { at: "pmsDecin", state: "active", mentor: 3, daysAgo: 90, evaluatedAgo: 12 },
  { at: "pmsDecin", state: "active", mentor: 4, daysAgo: 70 },
  { at: "pmsDecin", state: "closed", mentor: 0, daysAgo: 700, lasted: 330 },
  { at: "pmsDecin", state: "closed", mentor: 0, daysAgo: 650, lasted: 240 },
  { at: "pmsDecin", state: "closed", mentor: 0, daysAgo: 560, lasted: 200 },
  { at: "pmsDecin", state: "closed", mentor: 0, daysAgo: 480, lasted: 250 },
  { at: "pmsDecin", state: "closed", mentor: 0, daysAgo: 400, lasted: 190 },
  { at: "pmsDecin", state: "closed", mentor: 1, daysAgo: 620, lasted: 300 },
  { at: "pmsDecin", state: "declined", daysAgo: 150, lasted: 14 },
  // Other centres
  { at: "pmsChomutov", state: "referred", daysAgo: 8 },
  { at: "pmsChomutov", state: "active", mentor: 5, daysAgo: 300, evaluatedAgo: 40 },
  { at: "pmsChomutov", state: "active", mentor: 6, daysAgo: 160, evaluatedAgo: 71 },
  { at: "pmsChomutov", state: "closed", mentor: 1, daysAgo: 590, lasted: 280 },
  { at: "pmsChomutov", state: "closed", mentor: 5, daysAgo: 520, lasted: 150 },
  { at: "pmsMost", state: "referred", before: 8, daysAgo: 95 },
  { at: "pmsMost", state: "active", mentor: 7, daysAgo: 220, evaluatedAgo: 25 },
  { at: "pmsMost", state: "active", mentor: 7, daysAgo: 110, evaluatedAgo: 58 },
  { at: "pmsMost", state: "closed", mentor: 1, daysAgo: 540, lasted: 210 },
  { at: "pmsMost", state: "closed", mentor: 1, daysAgo: 460, lasted: 220 },
  { at: "pmsRumburk", state: "assigned", mentor: 9, daysAgo: 15 },
  { at: "pmsRumburk", state: "active", mentor: 9, daysAgo: 280, evaluatedAgo: 33 },
  { at: "pmsRumburk", state: "active", mentor: 10, daysAgo: 140, evaluatedAgo: 15 },
  { at: "pmsRumburk", state: "closed", mentor: 1, daysAgo: 430, lasted: 260 },
  { at: "pmsRumburk", state: "declined", daysAgo: 330, lasted: 20 },
  { at: "pmsUsti", state: "active", mentor: 11, daysAgo: 190, evaluatedAgo: 45 },
  { at: "pmsUsti", state: "active", mentor: 11, daysAgo: 60 },
  { at: "townMost", state: "referred", daysAgo: 5 },
  { at: "townMost", state: "active", mentor: 1, daysAgo: 100, evaluatedAgo: 10 },
  { at: "townUsti", state: "closed", mentor: 0, daysAgo: 260, lasted: 120 },
];

/** Rows are gathered first and written in a few statements: the demo has to be ready soon. */
interface Rows {
  clients: Prisma.ClientCreateManyInput[];
  cases: Prisma.CaseCreateManyInput[];
  types: Prisma.ClientTypeJudgementCreateManyInput[];
  work: Prisma.AssignmentCreateManyInput[];
  states: Prisma.CaseStateChangeCreateManyInput[];
  activities: Prisma.ActivityCreateManyInput[];
  evaluations: Prisma.EvaluationCreateManyInput[];
}

/** What writing one case needs beside its plan. */
interface Writing {
  world: DemoWorld;
  rows: Rows;
  today: string;
  mentors: DemoMentor[];
  organisations: ReadonlyMap<string, Organisation>;
  /** Highest number taken by prefix. */
  numbers: Map<string, number>;
}

interface DemoMentor {
  id: string;
  accountId: string;
}

/** Fills the registry: clients, cases in all states, work of mentors, evaluations. */
export async function fillRegistry(world: DemoWorld): Promise<void> {
  await inTransaction(async (tx) => {
    const rows: Rows = {
      clients: [],
      cases: [],
      types: [],
      work: [],
      states: [],
      activities: [],
      evaluations: [],
    };
    const organisations = await tx.organisation.findMany();
    const writing: Writing = {
      world,
      rows,
      today: dayOf(world.now),
      mentors: await demoMentors(tx, world),
      organisations: new Map(organisations.map((one) => [one.id, one])),
      numbers: new Map(),
    };
    for (const plan of plans) addCase(writing, plan);
    await ensureCriteriaSets(tx);
    await tx.client.createMany({ data: rows.clients });
    await tx.case.createMany({ data: rows.cases });
    await tx.clientTypeJudgement.createMany({ data: rows.types });
    await tx.assignment.createMany({ data: rows.work });
    await tx.caseStateChange.createMany({ data: rows.states });
    await tx.activity.createMany({ data: rows.activities });
    await tx.evaluation.createMany({ data: rows.evaluations });
  });
}

/** Mentors in the order of the demo's members; a member whom nobody has certified yet becomes one here. */
async function demoMentors(tx: Tx, world: DemoWorld): Promise<DemoMentor[]> {
  const members = world.members.mentor;
  const known = await tx.mentor.findMany({
    where: { accountId: { in: members.map(({ accountId }) => accountId) } },
  });
  const byAccount = new Map(known.map(({ accountId, id }) => [accountId, id]));
  const made = members
    .filter(({ accountId }) => !byAccount.has(accountId))
    .map(({ accountId, regionCode }, index) => ({
      id: world.uuid(),
      code: `M-DEMO-${String(index + 1).padStart(2, "0")}`,
      accountId,
      regionCode: regionCode ?? demoRegion,
      certifiedOn: dayToDate(addDays(dayOf(world.now), -780)),
      createdAt: world.now,
    }));
  if (made.length > 0) await tx.mentor.createMany({ data: made });
  for (const { accountId, id } of made) byAccount.set(accountId, id);
  return members.map(({ accountId }) => ({ accountId, id: byAccount.get(accountId)! }));
}

function addCase(writing: Writing, plan: Plan): void {
  const { world, rows, today, organisations, mentors } = writing;
  const organisation = organisations.get(world.organisations[plan.at])!;
  const officer = officerOf(world, organisation);
  const referredOn = addDays(today, -plan.daysAgo);
  const ended = plan.state === "closed" || plan.state === "declined";
  const startedOn = addDays(referredOn, Math.min(world.between(4, 16), plan.daysAgo - 1));
  const endedOn = ended ? addDays(plan.state === "closed" ? startedOn : referredOn, plan.lasted ?? 60) : null;
  const outcome = outcomeOf(world, plan.state);
  const caseId = world.uuid();

  rows.cases.push({
    id: caseId,
    clientId: addClient(writing, organisation, referredOn),
    organisationId: organisation.id,
    regionCode: organisation.regionCode,
    state: plan.state,
    sanction:
      organisation.kind === "municipality"
        ? world.pick(["none", "juvenile_measure"])
        : world.pick(sanctions.slice(0, 5)),
    reasonSealed: seal(world.pick(helpWanted), { table: "cases", column: "reasonSealed", row: caseId }),
    referredOn: dayToDate(referredOn),
    referredById: officer,
    endedOn: endedOn && dayToDate(endedOn),
    outcome,
    createdAt: at(referredOn, 9),
    version: 3,
  });
  addTypes(writing, { caseId, officer, referredOn, startedOn, plan });
  const record = (state: CaseState, day: string, by: string | null, hour: number, ending?: Outcome | null) =>
    rows.states.push({
      id: world.uuid(),
      caseId,
      state,
      outcome: ending ?? null,
      happenedOn: dayToDate(day),
      recordedAt: at(day, hour),
      recordedById: by,
    });
  record("referred", referredOn, officer, 9);

  const base = { caseId, startedOn, referredOn };
  const handedOn = addDays(referredOn, Math.round(plan.daysAgo / 3));
  if (plan.before !== undefined) {
    const first = mentors[plan.before]!;
    addWork(writing, {
      ...base,
      mentor: first,
      assignedOn: addDays(referredOn, 2),
      until: handedOn,
      reason: "mentor_unavailable",
    });
    record("assigned", addDays(referredOn, 2), world.accounts.coordinator, 10);
    record("active", startedOn, first.accountId, 12);
    record("referred", handedOn, world.accounts.coordinator, 9);
  }
  if (plan.mentor !== undefined) {
    const mentor = mentors[plan.mentor]!;
    const assignedOn =
      plan.before === undefined ? addDays(referredOn, Math.min(3, plan.daysAgo - 1)) : handedOn;
    const began = plan.before === undefined ? startedOn : addDays(handedOn, 5);
    record("assigned", assignedOn, world.accounts.coordinator, 10);
    const works = plan.state !== "assigned";
    addWork(writing, {
      ...base,
      mentor,
      assignedOn,
      startedOn: works ? began : null,
      until: endedOn,
      reason: "case_ended",
    });
    if (works) record("active", began, mentor.accountId, 12);
  }
  if (plan.state === "active" || plan.state === "closed") {
    addEvaluations(writing, { caseId, officer, organisation, startedOn, plan, endedOn });
  }
  if (endedOn) record(plan.state, endedOn, officer, 16, outcome);
}

function outcomeOf(world: DemoWorld, state: CaseState): Outcome | null {
  if (state === "declined") return world.pick(["withdrawn", "client_refused"] as const);
  if (state !== "closed") return null;
  return world.random() < 0.6 ? "sentence_served" : world.pick(closingOutcomes.slice(1, 6));
}

function officerOf({ members }: DemoWorld, { id }: Organisation): string {
  const staff = [...members.probation_officer, ...members.social_curator];
  return staff.find(({ organisationId }) => organisationId === id)!.accountId;
}

function addClient(
  { world, rows, numbers }: Writing,
  organisation: Organisation,
  referredOn: string,
): string {
  const id = world.uuid();
  const prefix = clientCodePrefix(organisation);
  const highest = numbers.get(prefix) ?? 0;
  numbers.set(prefix, highest + 1);
  const details = {
    name: world.person().name,
    birthYear: Number(referredOn.slice(0, 4)) - world.between(17, 52),
    town: organisation.town,
    contact: world.pick(contacts),
  };
  rows.clients.push({
    id,
    code: clientCode(prefix, highest),
    createdAt: at(referredOn, 9),
    ...sealClient(id, details),
  });
  return id;
}

function addTypes(
  { world, rows, today }: Writing,
  {
    caseId,
    officer,
    referredOn,
    startedOn,
    plan,
  }: { caseId: string; officer: string; referredOn: string; startedOn: string; plan: Plan },
): void {
  const add = (type: ClientType, day: string, reason: string) => {
    const id = world.uuid();
    rows.types.push({
      id,
      caseId,
      type,
      reasonSealed: seal(reason, { table: "client_type_judgements", column: "reasonSealed", row: id }),
      judgedOn: dayToDate(day),
      judgedById: officer,
      createdAt: at(day, 9),
    });
  };
  const first = world.pick(clientTypes);
  add(first, referredOn, world.pick(typeReasons[first]));
  const later = addDays(startedOn, 120);
  if (first !== "C" && plan.state !== "referred" && later < today && (plan.lasted ?? 999) > 130) {
    const better = first === "A" ? "B" : "C";
    add(better, later, world.pick(typeReasons[better]));
  }
}

interface Work {
  caseId: string;
  mentor: DemoMentor;
  assignedOn: string;
  startedOn: string | null;
  until: string | null;
  reason: string;
}

function addWork(writing: Writing, { caseId, mentor, assignedOn, startedOn, until, reason }: Work): void {
  const { world, rows, today } = writing;
  rows.work.push({
    id: world.uuid(),
    caseId,
    mentorId: mentor.id,
    assignedOn: dayToDate(assignedOn),
    startedOn: startedOn && dayToDate(startedOn),
    endedOn: until && dayToDate(until),
    endReason: until && reason,
    assignedById: world.accounts.coordinator,
    endedById: until && world.accounts.coordinator,
    openCaseId: until ? null : caseId,
    createdAt: at(assignedOn, 10),
  });
  if (startedOn === null) return;
  const last = until ?? addDays(today, -1);
  for (let day = startedOn; day < last; day = addDays(day, world.between(9, 24))) {
    addActivity(writing, caseId, mentor, day);
  }
}

function addActivity({ world, rows }: Writing, caseId: string, mentor: DemoMentor, day: string): void {
  const id = world.uuid();
  const kind = world.pick(mentorActivities);
  const result = world.random() < 0.82 ? "done" : world.pick(["client_absent", "refused", "cancelled"]);
  const place = (column: string) => ({ table: "activities", column, row: id });
  rows.activities.push({
    id,
    caseId,
    mentorId: mentor.id,
    day: dayToDate(day),
    startMinute: world.between(32, 68) * 15,
    minutes: result === "done" ? world.pick([30, 45, 60, 90, 120]) : result === "cancelled" ? 0 : 15,
    kind,
    place: placeOf(world, kind),
    result,
    noteSealed: seal(world.pick(activityNotes[result === "done" ? kind : "failed"]), place("noteSealed")),
    nextStepSealed: world.random() < 0.7 ? seal(world.pick(nextSteps), place("nextStepSealed")) : null,
    createdAt: at(day, 18),
    createdById: mentor.accountId,
  });
}

function placeOf(world: DemoWorld, kind: MentorActivity): Place {
  if (kind === "home_visit") return "client_home";
  if (kind === "authorities" || kind === "debts") return world.pick(["authority", "probation_centre"]);
  return world.pick(["client_home", "community", "phone", "probation_centre"]);
}

interface Evaluated {
  caseId: string;
  officer: string;
  organisation: Organisation;
  startedOn: string;
  endedOn: string | null;
  plan: Plan;
}

/** Every two months from the beginning; the last one when the plan says. */
function addEvaluations(
  writing: Writing,
  { caseId, officer, organisation, startedOn, endedOn, plan }: Evaluated,
): void {
  const { world, rows, today } = writing;
  const last = endedOn ?? (plan.evaluatedAgo === undefined ? null : addDays(today, -plan.evaluatedAgo));
  if (last === null || last < startedOn) return;
  const days: string[] = [];
  for (let day = addDays(startedOn, 58); day < addDays(last, -30); day = addDays(day, 60)) days.push(day);
  days.push(last);
  const kind = organisation.kind === "municipality" ? "municipality" : "probation_centre";
  const turnsOut = world.random() < 0.62;
  days.forEach((day, index) => {
    const id = world.uuid();
    const successful = index === days.length - 1 ? turnsOut : world.random() < 0.45;
    const set = criteriaSetOn(kind, day);
    rows.evaluations.push({
      id,
      caseId,
      criteriaSetId: set.id,
      answers: Object.fromEntries(
        set.criteria.map((code) => [code, world.random() < (successful ? 0.8 : 0.3)]),
      ),
      successful,
      commentSealed: seal(
        successful
          ? "Na schůzky chodí, domluvené věci plní."
          : "Zatím se nedaří, zkusíme ještě jednou s rodinou.",
        { table: "evaluations", column: "commentSealed", row: id },
      ),
      signedOn: dayToDate(day),
      signedAt: at(day, 15),
      signedById: officer,
    });
  });
}

/** A moment of a day; rows of the demo lie in the past, so the hour need not be Prague's. */
function at(day: string, hour: number): Date {
  return new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
}
