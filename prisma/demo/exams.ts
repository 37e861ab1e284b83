import { declarationVersion } from "~/certification/rules/exam/codes";
import { examDayPlace } from "~/certification/exam-places";
import { drawProtocol } from "~/certification/operations/exam/draw-protocol.server";
import { examDayInclude } from "~/certification/operations/exam/exam-day-row.server";
import { examPeople, type ExamPerson } from "~/certification/operations/exam/exam-people.server";
import { protocolContent } from "~/certification/operations/exam/protocol-content.server";
import { sha256, storedContent } from "~/certification/operations/exam/protocol-store.server";
import { storedAdmission } from "~/certification/operations/exam/stored-admission.server";
import type { ExamPart } from "~/certification/codes";
import { sealBytes } from "~/platform/crypto/index.server";
import { addDays, dateToDay, dayOf, dayToDate } from "~/platform/days";
import { db, inTransaction, type Prisma, type Tx } from "~/platform/db/index.server";
import type { DemoCourse } from "./course";
import { seededRandom, seededUuid } from "./random";
import type { DemoWorld } from "./world";

/** One day of the demo. */
interface DayPlan {
  runId: string;
  kind: "regular" | "resit";
  parts: ExamPart[];
  heldOn: string;
  place: string;
  /** Accounts of the commission, the chair first. */
  commission: string[];
  people: readonly ExamPerson[];
  /** Parts somebody fails, by enrolment. */
  failed?: ReadonlyMap<string, ExamPart>;
  state: "planned" | "locked";
  /** How many have declared. */
  done: number;
}

/**
 * Makes exam days: of the closed run one with its protocol, of the run under way one held with a failed part
 * and its resit, planned and not declared by everybody yet.
 */
export async function fillExams(world: DemoWorld, course: DemoCourse): Promise<void> {
  const random = seededRandom(176_2009);
  const uuid = () => seededUuid(random);
  const { trainer, supervisor, probation_officer: officer } = world.accounts;
  const closed = await db().courseRun.findUniqueOrThrow({ where: { id: course.closedRun } });
  const today = dayOf(world.now);
  const graduates = await peopleOf(course.closedRun, (person) => person.standing.state === "graduated");
  const admitted = await peopleOf(
    course.runningRun,
    ({ standing }) => standing.state === "active" && standing.admission.admitted,
  );
  // The first ones of the run have been examined; trainee 4 failed one part.
  const accounts = [1, 2, 4].map((index) => world.members.trainee[index]?.accountId);
  const examined = admitted.filter(({ accountId }) => accounts.includes(accountId));
  const failing = examined.filter(({ accountId }) => accountId === accounts[2]);
  const plans: DayPlan[] = [
    {
      runId: course.closedRun,
      kind: "regular",
      parts: ["written", "oral"],
      heldOn: addDays(dateToDay(closed.endsOn), -6),
      place: "Ústí nad Labem, učebna 12",
      commission: [supervisor, trainer, officer],
      people: graduates,
      state: "locked",
      done: 3,
    },
    {
      runId: course.runningRun,
      kind: "regular",
      parts: ["written", "oral"],
      heldOn: addDays(today, -5),
      place: "Děčín, komunitní centrum",
      commission: [trainer, supervisor, officer],
      people: examined,
      failed: new Map(failing.map(({ enrolmentId }) => [enrolmentId, "oral"])),
      state: "locked",
      done: 3,
    },
    {
      runId: course.runningRun,
      kind: "resit",
      parts: ["oral"],
      heldOn: addDays(today, 6),
      place: "Děčín, komunitní centrum",
      commission: [trainer, supervisor, officer],
      people: failing,
      state: "planned",
      done: 1,
    },
  ];
  for (const plan of plans) {
    if (plan.people.length > 0) await inTransaction((tx) => addDay(tx, plan, uuid));
  }
}

async function peopleOf(runId: string, which: (person: ExamPerson) => boolean): Promise<ExamPerson[]> {
  const people = [...(await examPeople({ runIds: [runId] })).values()].filter(which);
  return people.sort((a, b) => a.name.localeCompare(b.name, "cs"));
}

async function addDay(tx: Tx, plan: DayPlan, uuid: () => string): Promise<void> {
  const { kind, parts, heldOn, commission, people, state, done, failed } = plan;
  const id = uuid();
  const before = at(addDays(heldOn, -14), 9);
  const planned = state === "planned";
  const addedById = commission[0]!;
  const members = commission.map((accountId, index) => ({
    id: uuid(),
    examDayId: id,
    accountId,
    chair: index === 0,
    addedAt: new Date(before.getTime() + index),
    addedById,
    ...(!planned || index < done
      ? { declaredAt: at(addDays(heldOn, -10), 9 + index), declarationVersion }
      : {}),
  }));
  const candidates = people.map(({ enrolmentId, admission }) => ({
    id: uuid(),
    examDayId: id,
    enrolmentId,
    addedAt: before,
    addedById,
    ...(planned
      ? {}
      : {
          state: "present" as const,
          admission: storedAdmission(admission),
          identityCheckedAt: at(heldOn, 8),
          identityCheckedById: addedById,
          identityDocument: "identity_card",
        }),
  }));
  await tx.examDay.create({
    data: {
      id,
      runId: plan.runId,
      kind,
      state: planned ? "planned" : "open",
      heldOn: dayToDate(heldOn),
      startMinute: 9 * 60,
      place: plan.place,
      parts,
      createdAt: before,
      createdById: addedById,
    },
  });
  await tx.examMember.createMany({ data: members });
  await tx.examCandidate.createMany({ data: candidates });
  if (planned) return;
  await tx.examVote.createMany({
    data: candidates.flatMap(({ id: candidateId, enrolmentId }) =>
      parts.flatMap((part) =>
        members.map(({ id: memberId, chair }) => {
          const passed = failed?.get(enrolmentId) !== part || chair;
          return { candidateId, part, memberId, passed, votedAt: at(heldOn, 13) };
        }),
      ),
    ),
  });
  await closeDay(tx, plan, { id, members }, uuid);
}

/** Freezes the protocol, signs it, and makes the file and the results. */
async function closeDay(
  tx: Tx,
  { heldOn, commission }: DayPlan,
  { id, members }: { id: string; members: { id: string; chair: boolean }[] },
  uuid: () => string,
): Promise<void> {
  const day = await tx.examDay.findUniqueOrThrow({ where: { id }, include: examDayInclude });
  const closedAt = at(heldOn, 14);
  const content = await protocolContent(tx, day, { closedById: commission[0]!, now: closedAt });
  const stored = storedContent(id, content);
  const signedAt = (index: number) => new Date(closedAt.getTime() + (index + 1) * 7 * 60_000);
  for (const [index, member] of members.entries()) {
    const data = { signedAt: signedAt(index), signedSha256: stored.protocolContentSha256 };
    await tx.examMember.update({ where: { id: member.id }, data });
  }
  const pdf = await drawProtocol({
    content,
    sha256: stored.protocolContentSha256,
    signatures: content.commission.map(({ name, chair }, index) => ({
      name,
      chair,
      at: signedAt(index).toISOString(),
    })),
  });
  await tx.examDay.update({
    where: { id },
    data: {
      state: "locked",
      closedAt,
      lockedAt: signedAt(2),
      ...stored,
      protocolSealed: sealBytes(pdf, examDayPlace("protocolSealed", id)),
      protocolSha256: sha256(pdf),
    },
  });
  await tx.examResult.createMany({
    data: content.candidates.flatMap((one) =>
      one.parts.map(({ part, passed }): Prisma.ExamResultCreateManyInput => ({
        id: uuid(),
        enrolmentId: one.enrolmentId,
        part,
        passed,
        heldOn: dayToDate(heldOn),
        identityChecked: true,
        recordedAt: signedAt(2),
        recordedById: commission[0]!,
        examDayId: id,
      })),
    ),
  });
}

/** A moment of a day; the hours are UTC, the demo is not that exact. */
function at(day: string, hour: number): Date {
  return new Date(dayToDate(day).getTime() + hour * 3_600_000);
}
