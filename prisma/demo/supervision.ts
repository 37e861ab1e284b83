import { seal } from "~/platform/crypto/index.server";
import { addDays, addMonths, dateToDay, dayOf, dayToDate } from "~/platform/days";
import { db, inTransaction, type Prisma } from "~/platform/db/index.server";
import { sessionPlace } from "~/practice/places";
import type { InvitationStateKind, SupervisionPlaceKind } from "~/practice/supervision-codes";
import { exemptionPlace, invitationPlace, linkPlace } from "~/practice/supervision-places";
import type { DemoCourse } from "./course";
import { seededRandom, seededUuid } from "./random";
import type { DemoWorld } from "./world";

interface Rows {
  sessions: Prisma.SupervisionSessionCreateManyInput[];
  invitations: Prisma.SupervisionInvitationCreateManyInput[];
  attendances: Prisma.SupervisionAttendanceCreateManyInput[];
  exemptions: Prisma.SupervisionExemptionCreateManyInput[];
}

/** Somebody asked to a session of the demo. */
interface Asked {
  who: { enrolmentId: string } | { mentorId: string };
  state: InvitationStateKind;
  minutes?: number;
  reason?: string;
}

interface SessionWish {
  /** Days from today. */
  inDays: number;
  startMinute: number;
  supervisorId: string;
  state: "planned" | "held" | "cancelled";
  place?: SupervisionPlaceKind;
  form?: "individual" | "group";
  capacity?: number;
  note?: string;
  cancelReason?: string;
  people: Asked[];
}

/** Hours of the day, in minutes. */
const at = (hour: number) => hour * 60;

/**
 * Supervision that is to come and that just was: invitations answered and not, a session to be closed, one that
 * was cancelled, one with an absence and an excuse, and people freed of the duty. What was held before is made
 * with practice and with mentors; here their notes get the day they are erased.
 */
export async function fillSupervision(world: DemoWorld, course: DemoCourse): Promise<void> {
  const rows: Rows = { sessions: [], invitations: [], attendances: [], exemptions: [] };
  // A sequence of chance of its own, so that the rest of the demo stays as it was.
  const random = seededRandom(20_260_612);
  const uuid = () => seededUuid(random);
  const trainees = await traineesOf(world, course);
  const mentors = await mentorsOf(world);
  const trainee = (index: number) => ({ enrolmentId: trainees[index]! });
  const mentor = (index: number) => ({ mentorId: mentors[index]! });
  const own = world.accounts.supervisor;
  const colleague = world.members.supervisor[1]?.accountId ?? own;
  const add = (wish: SessionWish) => addSession(world, rows, uuid, course.runningRun, wish);
  add({
    inDays: 7,
    startMinute: at(16),
    supervisorId: own,
    state: "planned",
    capacity: 8,
    people: [
      { who: trainee(0), state: "invited" },
      { who: trainee(1), state: "accepted" },
      { who: trainee(2), state: "accepted" },
      { who: trainee(3), state: "declined", reason: "Ten den mám směnu v práci, vyměnit ji nejde." },
      { who: trainee(5), state: "invited" },
      { who: mentor(0), state: "invited" },
      { who: mentor(2), state: "accepted" },
    ],
  });
  add({
    inDays: 3,
    startMinute: at(9),
    supervisorId: own,
    state: "planned",
    place: "video",
    form: "individual",
    people: [{ who: trainee(4), state: "accepted" }],
  });
  add({
    inDays: 10,
    startMinute: at(15),
    supervisorId: colleague,
    state: "planned",
    capacity: 6,
    people: [
      { who: mentor(9), state: "accepted" },
      { who: mentor(10), state: "invited" },
      { who: mentor(0), state: "accepted" },
    ],
  });
  add({
    inDays: -1,
    startMinute: at(10),
    supervisorId: own,
    state: "planned",
    people: [
      { who: trainee(6), state: "accepted" },
      { who: trainee(7), state: "declined", reason: "Doprovázím dítě k lékaři." },
      { who: mentor(4), state: "invited" },
    ],
  });
  add({
    inDays: 5,
    startMinute: at(13),
    supervisorId: own,
    state: "cancelled",
    cancelReason: "V komunitním centru ten den neteče voda. Nový termín přijde v další pozvánce.",
    people: [
      { who: trainee(0), state: "accepted" },
      { who: trainee(8), state: "invited" },
    ],
  });
  add({
    inDays: -12,
    startMinute: at(17),
    supervisorId: own,
    state: "held",
    capacity: 6,
    note: "Skupina se vracela k tomu, jak říct klientovi ne. Příště zkusit rozhovor ve dvojicích.",
    people: [
      { who: mentor(3), state: "present", minutes: 90 },
      { who: mentor(5), state: "present", minutes: 60 },
      { who: mentor(6), state: "excused", reason: "Pracovní neschopnost." },
      { who: mentor(7), state: "absent" },
    ],
  });
  addExemption(world, rows, uuid, {
    who: mentor(8),
    from: -20,
    to: 40,
    reason: "Zdravotní důvody, návrat po rehabilitaci.",
  });
  addExemption(world, rows, uuid, { who: trainee(9), from: -6, to: 15, reason: "Péče o člena rodiny." });
  addExemption(world, rows, uuid, {
    who: mentor(6),
    from: -60,
    to: -30,
    reason: "Dlouhodobý pobyt mimo kraj.",
    revokedAgo: 50,
  });
  await inTransaction(async (tx) => {
    await tx.supervisionSession.createMany({ data: rows.sessions });
    await tx.supervisionInvitation.createMany({ data: rows.invitations });
    await tx.supervisionAttendance.createMany({ data: rows.attendances });
    await tx.supervisionExemption.createMany({ data: rows.exemptions });
    const undated = await tx.supervisionSession.findMany({
      where: { noteSealed: { not: null }, noteDeleteOn: null },
      select: { id: true, day: true },
    });
    for (const { id, day } of undated)
      await tx.supervisionSession.update({
        where: { id },
        data: { noteDeleteOn: dayToDate(addMonths(dateToDay(day), 12)) },
      });
  });
}

function addSession(
  world: DemoWorld,
  rows: Rows,
  uuid: () => string,
  runId: string,
  wish: SessionWish,
): void {
  const { inDays, startMinute, supervisorId, state, place = "in_person", form = "group", people } = wish;
  const id = uuid();
  const day = addDays(dayOf(world.now), inDays);
  const planned = noon(addDays(dayOf(world.now), Math.min(inDays, 0) - 6));
  const known = people.filter(({ who }) => Object.values(who).every((person) => person !== undefined));
  const withTrainees = known.some(({ who }) => "enrolmentId" in who);
  rows.sessions.push({
    id,
    runId: withTrainees ? runId : null,
    supervisorId,
    state,
    day: dayToDate(day),
    startMinute,
    minutes: 90,
    place,
    town: place === "video" ? "" : "Děčín, komunitní centrum",
    linkSealed: place === "video" ? seal("https://video.demo.test/supervize", linkPlace(id)) : null,
    form,
    capacity: form === "individual" ? 1 : (wish.capacity ?? null),
    noteSealed: wish.note ? seal(wish.note, sessionPlace(id)) : null,
    noteDeleteOn: wish.note ? dayToDate(addMonths(day, 12)) : null,
    cancelReason: wish.cancelReason ?? null,
    sequence: state === "cancelled" ? 1 : 0,
    createdAt: planned,
    createdById: supervisorId,
    changedAt: planned,
    heldAt: state === "held" ? noon(addDays(day, 1)) : null,
    version: state === "planned" ? 1 : 2,
  });
  for (const { who, state: answer, minutes, reason } of known) {
    const invitationId = uuid();
    rows.invitations.push({
      id: invitationId,
      sessionId: id,
      ...who,
      state: answer,
      reasonSealed: reason ? seal(reason, invitationPlace(invitationId)) : null,
      reasonDeleteOn: reason ? dayToDate(addMonths(day, 3)) : null,
      invitedAt: planned,
      answeredAt: answer === "invited" ? null : planned,
    });
    if (minutes !== undefined)
      rows.attendances.push({
        id: uuid(),
        sessionId: id,
        ...who,
        minutes,
        recordedAt: noon(addDays(day, 1)),
      });
  }
}

function addExemption(
  world: DemoWorld,
  rows: Rows,
  uuid: () => string,
  wish: { who: Asked["who"]; from: number; to: number; reason: string; revokedAgo?: number },
): void {
  const id = uuid();
  const today = dayOf(world.now);
  rows.exemptions.push({
    id,
    ...wish.who,
    fromDay: dayToDate(addDays(today, wish.from)),
    toDay: dayToDate(addDays(today, wish.to)),
    reasonSealed: seal(wish.reason, exemptionPlace(id)),
    grantedAt: noon(addDays(today, wish.from - 1)),
    grantedById: world.accounts.coordinator,
    ...(wish.revokedAgo === undefined
      ? {}
      : { revokedAt: noon(addDays(today, -wish.revokedAgo)), revokedById: world.accounts.coordinator }),
  });
}

/** Enrolments of the run under way in the order of the demo's trainees: the first is trainee@demo.test. */
async function traineesOf(world: DemoWorld, course: DemoCourse): Promise<string[]> {
  const rows = await db().enrolment.findMany({
    where: { runId: course.runningRun, state: "active" },
    select: { id: true, accountId: true },
  });
  return world.members.trainee.flatMap(
    ({ accountId }) => rows.find((row) => row.accountId === accountId)?.id ?? [],
  );
}

/** Mentors in the order they were certified: the first is mentor@demo.test. */
async function mentorsOf(world: DemoWorld): Promise<string[]> {
  const rows = await db().mentor.findMany({
    where: { endedOn: null, accountId: { not: null } },
    select: { id: true, accountId: true },
    orderBy: { code: "asc" },
  });
  const first = rows.find(({ accountId }) => accountId === world.accounts.mentor);
  return [...(first ? [first] : []), ...rows.filter((row) => row !== first)].map(({ id }) => id);
}

function noon(day: string): Date {
  return new Date(`${day}T11:00:00Z`);
}
