import { catalogue } from "~/course/catalogue/catalogue.server";
import { excusePlace } from "~/course/operations/teaching/session-row.server";
import { ledgerRuleVersion, sessionSourceKey } from "~/course/rules/ledger";
import { programmeDefaults } from "~/course/rules/run-settings";
import { sessionOfKey } from "~/course/rules/teaching/session-credits";
import { presentMinutes } from "~/course/rules/teaching/session-time";
import { seal } from "~/platform/crypto/index.server";
import { addDays, dateToDay, dayOf, dayToDate, momentsOf } from "~/platform/days";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import type { DemoCourse } from "./course";
import type { DemoWorld } from "./world";

/** Sessions behind the credits of the demo's runs, and what is planned in the running one. */

const breakMinutes = 15;
const excuses = ["Doktor s dítětem, termín nešel přesunout.", "Byl jsem na úřadě.", "Nešel mi autobus."];

interface Rows {
  sessions: Prisma.TeachingSessionCreateManyInput[];
  attendance: Prisma.SessionAttendanceCreateManyInput[];
  ledger: Prisma.LedgerEntryCreateManyInput[];
}

type Session = Rows["sessions"][number] & { startsAt: Date; endsAt: Date; breakMinutes: number };

export async function fillTeaching(world: DemoWorld, course: DemoCourse): Promise<void> {
  const rows: Rows = { sessions: [], attendance: [], ledger: [] };
  await addHeld(world, rows, course.closedRun);
  const held = await addHeld(world, rows, course.runningRun);
  const trainees = await db().enrolment.findMany({
    where: { runId: course.runningRun, state: "active" },
    select: { id: true, accountId: true },
    orderBy: { enrolledAt: "asc" },
  });
  const own = trainees.find(({ accountId }) => accountId === world.accounts.trainee)!;
  const others = trainees.filter(({ id }) => id !== own.id).map(({ id }) => id);
  addMakeUp(world, rows, held.at(-2)!, [own.id, ...others]);
  addLateArrivals(world, rows, held.at(-1)!, others);
  addPlanned(world, rows, course.runningRun, held.at(-1)!, others[0]!);
  await inTransaction(async (tx) => {
    await tx.teachingSession.createMany({ data: rows.sessions });
    await tx.sessionAttendance.createMany({ data: rows.attendance });
    await tx.ledgerEntry.createMany({ data: rows.ledger });
  });
}

/** The sessions whose hours the course's part credited, with everybody's attendance. */
async function addHeld(world: DemoWorld, rows: Rows, runId: string): Promise<Session[]> {
  const credits = await db().ledgerEntry.findMany({
    where: { kind: "in_person_session", enrolment: { runId } },
    orderBy: [{ day: "asc" }, { sourceKey: "asc" }],
  });
  const enrolments = await db().enrolment.findMany({
    where: { runId, state: { not: "withdrawn" } },
    select: { id: true },
    orderBy: { enrolledAt: "asc" },
  });
  const sessions: Session[] = [];
  for (const credit of credits) {
    const id = sessionOfKey(credit.sourceKey)!;
    if (sessions.some((session) => session.id === id)) continue;
    const session = sessionAt(world, {
      id,
      runId,
      moduleId: credit.moduleId!,
      topic: credit.note ?? "",
      trainerId: credit.creditedById!,
      day: dateToDay(credit.day),
      minutes: credit.minutes,
      state: "held",
    });
    sessions.push(session);
    const there = new Set(
      credits.filter(({ sourceKey }) => sourceKey === credit.sourceKey).map(({ enrolmentId }) => enrolmentId),
    );
    for (const enrolmentId of there) addPresent(world, rows, session, enrolmentId, session.startsAt);
    for (const { id: enrolmentId } of enrolments)
      if (!there.has(enrolmentId)) addMissing(world, rows, session, enrolmentId);
  }
  rows.sessions.push(...sessions);
  return sessions;
}

interface SessionWish {
  id?: string;
  runId: string;
  moduleId: string;
  topic: string;
  trainerId: string;
  day: string;
  /** Minutes of teaching. */
  minutes: number;
  state: "planned" | "held" | "cancelled";
  hour?: number;
  makeUpForId?: string;
  cancelReason?: string;
}

function sessionAt(
  world: DemoWorld,
  { day, minutes, hour = 9, id = world.uuid(), ...wish }: SessionWish,
): Session {
  const startsAt = momentsOf(day, hour * 60)[0]!;
  const endsAt = new Date(startsAt.getTime() + (minutes + breakMinutes) * 60_000);
  const createdAt = new Date(Math.min(startsAt.getTime(), world.now.getTime()) - 14 * 86_400_000);
  return {
    ...wish,
    id,
    place: world.pick(["Komunitní centrum, Děčín", "Městská knihovna, učebna 2", "Rubikon, Děčín"]),
    startsAt,
    endsAt,
    breakMinutes,
    sequence: wish.state === "cancelled" ? 1 : 0,
    createdAt,
    createdById: wish.trainerId,
    changedAt: createdAt,
    heldAt: wish.state === "held" ? endsAt : null,
  };
}

function addPresent(
  world: DemoWorld,
  rows: Rows,
  session: Session,
  enrolmentId: string,
  arrivedAt: Date,
): number {
  const minutes = presentMinutes(session, arrivedAt, session.endsAt);
  rows.attendance.push({
    id: world.uuid(),
    sessionId: session.id,
    enrolmentId,
    state: "present",
    arrivedAt,
    leftAt: session.endsAt,
    minutes,
    recordedAt: session.endsAt,
    recordedById: session.createdById,
  });
  return minutes;
}

/** Somebody who did not come; one of three sent an excuse. */
function addMissing(world: DemoWorld, rows: Rows, session: Session, enrolmentId: string): void {
  const id = world.uuid();
  const excused = world.random() < 0.35;
  rows.attendance.push({
    id,
    sessionId: session.id,
    enrolmentId,
    state: excused ? "excused" : "absent",
    excuseSealed: excused ? seal(world.pick(excuses), excusePlace(id)) : null,
    recordedAt: session.endsAt,
    recordedById: session.createdById,
  });
}

function addCredit(
  world: DemoWorld,
  rows: Rows,
  session: Session,
  enrolmentId: string,
  { kind, minutes }: { kind: "in_person_session" | "make_up"; minutes: number },
): void {
  rows.ledger.push({
    id: world.uuid(),
    enrolmentId,
    unit: "theory",
    kind,
    minutes,
    sourceKey: sessionSourceKey(session.id),
    note: session.topic,
    moduleId: session.moduleId,
    ruleVersion: ledgerRuleVersion,
    day: dayToDate(dayOf(session.startsAt)),
    creditedAt: session.endsAt,
    creditedById: session.createdById,
  });
}

/** Two of those who missed a session come late to it instead. */
function addLateArrivals(world: DemoWorld, rows: Rows, session: Session, enrolmentIds: string[]): void {
  const missed = rows.attendance.filter(
    (row) =>
      row.sessionId === session.id && row.state !== "present" && enrolmentIds.includes(row.enrolmentId),
  );
  for (const row of missed.slice(0, 2)) {
    rows.attendance.splice(rows.attendance.indexOf(row), 1);
    const arrivedAt = new Date(session.startsAt.getTime() + world.between(20, 45) * 60_000);
    const minutes = addPresent(world, rows, session, row.enrolmentId, arrivedAt);
    addCredit(world, rows, session, row.enrolmentId, { kind: "in_person_session", minutes });
  }
}

/** A make-up in the afternoon nine days ago for three who missed a session. */
function addMakeUp(world: DemoWorld, rows: Rows, missed: Session, enrolmentIds: string[]): void {
  const session = sessionAt(world, {
    runId: missed.runId,
    moduleId: missed.moduleId,
    topic: missed.topic,
    trainerId: missed.createdById,
    day: addDays(dayOf(world.now), -9),
    hour: 15,
    minutes: teachingOf(missed),
    state: "held",
    makeUpForId: missed.id,
  });
  rows.sessions.push(session);
  const absent = enrolmentIds.filter((id) =>
    rows.attendance.some(
      (row) => row.sessionId === missed.id && row.enrolmentId === id && row.state !== "present",
    ),
  );
  for (const enrolmentId of absent.slice(0, 3)) {
    const minutes = addPresent(world, rows, session, enrolmentId, session.startsAt);
    addCredit(world, rows, session, enrolmentId, { kind: "make_up", minutes });
  }
}

function teachingOf({ startsAt, endsAt }: Session): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000 - breakMinutes;
}

/** What the running run has ahead: the next sessions, one that was cancelled, one nobody wrote up yet. */
function addPlanned(world: DemoWorld, rows: Rows, runId: string, missed: Session, excusedId: string): void {
  const today = dayOf(world.now);
  const [first, second] = world.members.trainer.map(({ accountId }) => accountId) as [string, string];
  const module = catalogue().modules.at(-2)!;
  const shared = { runId, moduleId: module.id, minutes: 4 * programmeDefaults.teachingHour };
  const plan = (wish: Omit<SessionWish, "runId" | "moduleId" | "minutes">) => {
    const session = sessionAt(world, { ...shared, ...wish });
    rows.sessions.push(session);
    return session;
  };
  plan({ topic: "Nácvik prvního setkání", trainerId: first, day: addDays(today, -1), state: "planned" });
  const next = plan({
    topic: "Modelové situace: první tři schůzky",
    trainerId: first,
    day: addDays(today, 3),
    state: "planned",
  });
  plan({
    topic: "Beseda s mentorem z praxe",
    trainerId: second,
    day: addDays(today, 5),
    hour: 15,
    state: "cancelled",
    cancelReason: "Host nemůže přijet, hledáme nový termín.",
  });
  plan({ topic: "Opakování před zkouškou", trainerId: second, day: addDays(today, 17), state: "planned" });
  rows.sessions.push(
    sessionAt(world, {
      runId,
      moduleId: missed.moduleId,
      topic: missed.topic,
      trainerId: second,
      day: addDays(today, 7),
      hour: 15,
      minutes: teachingOf(missed),
      state: "planned",
      makeUpForId: missed.id,
    }),
  );
  const id = world.uuid();
  rows.attendance.push({
    id,
    sessionId: next.id,
    enrolmentId: excusedId,
    state: "excused",
    excuseSealed: seal("Ten den mám pohovor do práce.", excusePlace(id)),
    recordedAt: new Date(world.now.getTime() - 7_200_000),
    recordedById: next.createdById,
  });
}
