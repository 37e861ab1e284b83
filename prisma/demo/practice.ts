import { ledgerRuleVersion, practiceSourceKey, reversalSourceKey } from "~/course/rules/ledger";
import { parseRunSettings } from "~/course/rules/parse-run-settings";
import { seal } from "~/platform/crypto/index.server";
import { addDays, dateToDay, dayOf, dayToDate, daysBetween } from "~/platform/days";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import { decisionPlace, entryPlace, pledgePlace, sessionPlace } from "~/practice/places";
import { gateDay } from "~/practice/rules/gate";
import { pledgeTextVersion } from "~/practice/rules/pledge";
import type { ActivityKind, PlaceKind, PracticeState } from "~/practice/schema";
import type { DemoCourse } from "./course";
import type { DemoWorld } from "./world";

/** Rows are gathered first and written in a few statements: the demo has to be ready soon. */
interface Rows {
  pledges: Prisma.ConfidentialityPledgeCreateManyInput[];
  entries: Prisma.PracticeEntryCreateManyInput[];
  decisions: Prisma.PracticeDecisionCreateManyInput[];
  ledger: Prisma.LedgerEntryCreateManyInput[];
  sessions: Prisma.SupervisionSessionCreateManyInput[];
  attendances: Prisma.SupervisionAttendanceCreateManyInput[];
}

type Plan = Partial<Record<PracticeState, number>> & { hours: number };

/**
 * What each trainee of the run under way has logged: sixty entries. The first is trainee@demo.test; the second
 * and the third have all forty hours.
 */
const plans: Plan[] = [
  { approved: 3, submitted: 2, returned: 1, withdrawn: 1, reversed: 1, hours: 2 },
  { approved: 8, hours: 5 },
  { approved: 8, hours: 5 },
  { approved: 1, submitted: 1, hours: 2 },
  { approved: 7, submitted: 2, returned: 1, hours: 4 },
  { approved: 5, submitted: 2, hours: 3 },
  { approved: 4, submitted: 2, hours: 3 },
  { approved: 4, submitted: 1, returned: 1, hours: 3 },
  { approved: 3, submitted: 2, hours: 2 },
  { approved: 1, submitted: 2, hours: 2 },
];

/** Trainees who missed the supervision of this month, by their place in the list. */
const withoutSupervision = new Set([0, 3]);

const works: { activity: ActivityKind; place: PlaceKind; note: string }[] = [
  {
    activity: "home_visit",
    place: "client_home",
    note: "Návštěva u klienta doma. Prošli jsme spolu, co ještě chybí k obecně prospěšným pracím, a domluvili další krok. Naučil/a jsem se nespěchat a nechat klienta mluvit.",
  },
  {
    activity: "motivation",
    place: "community",
    note: "Klient dva týdny nepřišel na práce. Mluvili jsme o tom, co se stane, když trest nesplní. Slíbil, že se v pondělí ozve koordinátorovi prací.",
  },
  {
    activity: "authorities",
    place: "authority",
    note: "Doprovod na úřad práce. Pomohl/a jsem s formulářem a s tím, jak se zeptat. Příště si chceme připravit doklady předem.",
  },
  {
    activity: "debts",
    place: "probation_centre",
    note: "Sepsali jsme seznam dluhů a splátek náhrady škody. Klient viděl celkovou částku poprvé. Objednali jsme ho do dluhové poradny.",
  },
  {
    activity: "work_or_housing",
    place: "community",
    note: "Obešli jsme tři firmy, které berou lidi se záznamem. Jedna chce životopis, sepíšeme ho příště.",
  },
  {
    activity: "community_orientation",
    place: "community",
    note: "S pracovnicí střediska jsme prošli lokalitu a vysvětlil/a jsem, kdo má u lidí slovo a kdy je dobré přijít.",
  },
  {
    activity: "specialist_services",
    place: "phone",
    note: "Telefonicky jsem domluvil/a schůzku v protidrogové poradně a ověřil/a, že vezmou klienta i bez doporučení.",
  },
  {
    activity: "shadowing",
    place: "client_home",
    note: "Doprovázel/a jsem zkušenou mentorku. Všiml/a jsem si, jak začíná rozhovor tím, co se povedlo.",
  },
  {
    activity: "team_meeting",
    place: "probation_centre",
    note: "Porada se střediskem: jak poznat, že klient potřebuje jinou pomoc, než umíme dát.",
  },
];

const returnReasons = [
  "Napište prosím, co jste dělali vy sami a co ostatní. Délka mi k popisu nesedí.",
  "V textu je poznat ulice, kde klient bydlí. Přepište to prosím obecně a pošlete znovu.",
];

/** Makes pledges, sixty practice entries and supervision of the run under way. */
export async function fillPractice(world: DemoWorld, course: DemoCourse): Promise<void> {
  const rows: Rows = { pledges: [], entries: [], decisions: [], ledger: [], sessions: [], attendances: [] };
  const run = await db().courseRun.findUniqueOrThrow({
    where: { id: course.runningRun },
    include: {
      enrolments: {
        select: { id: true, accountId: true, ledger: { select: { unit: true, day: true, minutes: true } } },
      },
    },
  });
  const startsOn = dateToDay(run.startsOn);
  const settings = parseRunSettings(run.settings);
  const practised: { enrolmentId: string; days: string[]; index: number }[] = [];
  world.members.trainee.forEach(({ accountId, name }, index) => {
    const enrolment = run.enrolments.find((one) => one.accountId === accountId);
    const plan = plans[index];
    if (!enrolment) return;
    const theory = enrolment.ledger.filter(({ unit }) => unit === "theory");
    const opened = gateDay(
      theory.map(({ day, minutes }) => ({ day: dateToDay(day), minutes })),
      settings,
      startsOn,
    );
    if (opened === null) return;
    addPledge(world, rows, enrolment.id, name, addDays(opened, -2));
    if (plan)
      practised.push({
        enrolmentId: enrolment.id,
        days: addEntries(world, rows, enrolment.id, accountId, plan, opened),
        index,
      });
  });
  addSessions(world, rows, run, practised);
  await inTransaction(async (tx) => {
    await tx.confidentialityPledge.createMany({ data: rows.pledges });
    await tx.practiceEntry.createMany({ data: rows.entries });
    await tx.practiceDecision.createMany({ data: rows.decisions });
    await tx.ledgerEntry.createMany({ data: rows.ledger });
    await tx.supervisionSession.createMany({ data: rows.sessions });
    await tx.supervisionAttendance.createMany({ data: rows.attendances });
  });
}

function addPledge(world: DemoWorld, rows: Rows, enrolmentId: string, name: string, day: string): void {
  const id = world.uuid();
  rows.pledges.push({
    id,
    enrolmentId,
    textVersion: pledgeTextVersion,
    signatureSealed: seal(name, pledgePlace(id)),
    signedAt: at(day, 9 * 60),
  });
}

/** Spreads a trainee's entries from the open gate to the day before yesterday; returns the days of approved ones. */
function addEntries(
  world: DemoWorld,
  rows: Rows,
  enrolmentId: string,
  accountId: string,
  plan: Plan,
  opened: string,
): string[] {
  const { hours, ...counts } = plan;
  const states = (["approved", "withdrawn", "reversed", "returned", "submitted"] as const).flatMap((state) =>
    Array<PracticeState>(counts[state] ?? 0).fill(state),
  );
  const room = Math.max(1, daysBetween(opened, dayOf(world.now)) - 2);
  const approved: string[] = [];
  states.forEach((state, index) => {
    const day = addDays(opened, Math.floor(((index + 1) * room) / states.length));
    const startMinute = world.between(16, 24) * 30;
    const chosen = (index + world.between(0, 3)) % works.length;
    // Everybody began with a visit at home, as the plan of the run asks.
    const work = works[index === 0 ? 0 : chosen]!;
    addEntry(world, rows, { enrolmentId, accountId, state, day, startMinute, minutes: hours * 60, ...work });
    if (state === "approved") approved.push(day);
  });
  return approved;
}

interface EntryWish {
  enrolmentId: string;
  accountId: string;
  state: PracticeState;
  day: string;
  startMinute: number;
  minutes: number;
  activity: ActivityKind;
  place: PlaceKind;
  note: string;
}

function addEntry(world: DemoWorld, rows: Rows, wish: EntryWish): void {
  const { enrolmentId, accountId, state, minutes, ...rest } = wish;
  const id = world.uuid();
  const content = { ...rest, endMinute: rest.startMinute + minutes };
  const { note, day, ...times } = content;
  const written = at(day, content.endMinute + 45);
  const decided = new Date(Math.min(at(addDays(day, 2), 600).getTime(), world.now.getTime() - 60_000));
  const isDecided = state !== "submitted";
  const isReversed = state === "reversed";
  rows.entries.push({
    id,
    enrolmentId,
    day: dayToDate(day),
    ...times,
    minutes,
    noteSealed: seal(note, entryPlace(id)),
    state,
    createdAt: written,
    updatedAt: isDecided ? decided : written,
    version: isReversed ? 3 : isDecided ? 2 : 1,
  });
  const step = world.uuid();
  rows.decisions.push({
    id: step,
    entryId: id,
    state: "submitted",
    decidedAt: written,
    decidedById: accountId,
    contentSealed: seal(JSON.stringify(content), decisionPlace("contentSealed", step)),
  });
  if (!isDecided) return;
  const next = world.uuid();
  const reason = state === "returned" ? world.pick(returnReasons) : null;
  rows.decisions.push({
    id: next,
    entryId: id,
    state: isReversed ? "approved" : state,
    decidedAt: decided,
    decidedById: state === "withdrawn" ? accountId : world.accounts.trainer,
    reasonSealed: reason && seal(reason, decisionPlace("reasonSealed", next)),
  });
  if (state !== "approved" && !isReversed) return;
  const credit = {
    id: world.uuid(),
    enrolmentId,
    unit: "practice",
    kind: "practice",
    minutes,
    sourceKey: practiceSourceKey(id),
    ruleVersion: ledgerRuleVersion,
    day: dayToDate(day),
    creditedAt: decided,
    creditedById: world.accounts.trainer,
  } as const;
  rows.ledger.push(credit);
  if (isReversed) takeBack(world, rows, id, credit);
}

/** An approval taken back a moment later: a counter-entry in the ledger and a step in the history. */
function takeBack(
  world: DemoWorld,
  rows: Rows,
  entryId: string,
  credit: Prisma.LedgerEntryCreateManyInput & { creditedAt: Date },
): void {
  const note = "Zapsáno podruhé: stejnou návštěvu má účastník i v předchozím zápisu.";
  const id = world.uuid();
  const decidedAt = new Date(Math.min(credit.creditedAt.getTime() + 3_600_000, world.now.getTime() - 30_000));
  rows.decisions.push({
    id,
    entryId,
    state: "reversed",
    decidedAt,
    decidedById: world.accounts.trainer,
    reasonSealed: seal(note, decisionPlace("reasonSealed", id)),
  });
  rows.ledger.push({
    ...credit,
    id: world.uuid(),
    kind: "correction",
    minutes: -credit.minutes,
    sourceKey: reversalSourceKey(credit.id),
    note,
    day: dayToDate(dayOf(decidedAt)),
    creditedAt: decidedAt,
  });
}

/** A group session at the end of each month of practice, for everybody who practised but two. */
function addSessions(
  world: DemoWorld,
  rows: Rows,
  run: { id: string; town: string },
  practised: { enrolmentId: string; days: string[]; index: number }[],
): void {
  const months = new Set(practised.flatMap(({ days }) => days.map((day) => day.slice(0, 7))));
  const yesterday = addDays(dayOf(world.now), -1);
  for (const month of [...months].sort()) {
    const end = `${month}-28`;
    const day = end < yesterday ? end : yesterday;
    const present = practised.filter(
      ({ days, index }) => !withoutSupervision.has(index) && days.some((one) => one.startsWith(month)),
    );
    if (present.length === 0) continue;
    const id = world.uuid();
    const recordedAt = at(day, 1100);
    rows.sessions.push({
      id,
      runId: run.id,
      supervisorId: world.accounts.supervisor,
      day: dayToDate(day),
      // Later than any entry ends: nobody is at two places at once.
      startMinute: 17 * 60 + 30,
      minutes: 120,
      town: run.town,
      form: "group",
      noteSealed: seal(
        "Skupina mluvila o hranicích: kdy ještě pomáhám a kdy už dělám za klienta.",
        sessionPlace(id),
      ),
      createdAt: recordedAt,
      createdById: world.accounts.supervisor,
    });
    for (const { enrolmentId } of present) {
      rows.attendances.push({ id: world.uuid(), sessionId: id, enrolmentId, minutes: 120, recordedAt });
    }
  }
}

/** A minute of a day, as if Prague were an hour ahead of UTC the whole year. */
function at(day: string, minute: number): Date {
  return new Date(dayToDate(day).getTime() + (minute - 60) * 60_000);
}
