import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { runOf } from "~/course/index.server";
import { audit } from "~/platform/audit/index.server";
import { dayToDate } from "~/platform/days";
import { inTransaction, lockRow, type Tx } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import type { ChangeExamForm } from "../../exam-schema";
import { canStep } from "../../rules/exam/exam-day-steps";
import { requireGoodPlan, seatsOf } from "./exam-checks.server";
import { lockExamDay, refusal, type ExamDayRow } from "./exam-day-row.server";
import { writeAboutExam } from "./exam-letters.server";
import type { ExamPerson } from "./exam-people.server";

interface Change {
  actor: Actor;
  day: ExamDayRow;
  form: ChangeExamForm;
  now: Date;
}

/**
 * Changes a planned day. When the list of the examined changes, every declaration falls and is asked for again.
 * @throws AppError notFound, stale when somebody changed it meanwhile, invalid with the reason
 */
export async function changeExamDay(
  actor: Actor,
  id: string | undefined,
  form: ChangeExamForm,
  { now }: { now: Date },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { day, organiser } = await lockExamDay(tx, actor, id);
    if (!organiser) throw new AppError("notFound");
    if (!canStep(day.state, "change")) throw refusal("state");
    const run = await runOf(actor, "exam:record", day.runId, tx);
    await lockRow(tx, `exam-days-of-run:${run.id}`);
    const people = await requireGoodPlan(tx, actor, { run, wish: form, dayId: day.id, now });
    const { count } = await tx.examDay.updateMany({
      where: { id: day.id, version: form.version },
      data: {
        kind: form.kind,
        heldOn: dayToDate(form.day),
        startMinute: form.from,
        place: form.place,
        parts: form.parts,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale");
    const change = { actor, day, form, now };
    const candidatesChanged = await changeCandidates(tx, change, people);
    await changeMembers(tx, change, candidatesChanged);
    await audit(tx, {
      actor: actor.accountId,
      action: "exam.change",
      subject: { kind: "exam-day", id: day.id },
      details: { day: form.day, candidates: people.length, candidatesChanged },
      at: now,
    });
  });
}

async function changeCandidates(
  tx: Tx,
  { actor, day, form, now }: Change,
  people: readonly ExamPerson[],
): Promise<boolean> {
  const wanted = new Set(people.map(({ enrolmentId }) => enrolmentId));
  const known = new Set(day.candidates.map(({ enrolmentId }) => enrolmentId));
  const removed = day.candidates.filter(({ enrolmentId }) => !wanted.has(enrolmentId));
  const added = people.filter(({ enrolmentId }) => !known.has(enrolmentId));
  await tx.examCandidate.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } });
  await tx.examCandidate.createMany({
    data: added.map(({ enrolmentId }, index) => ({
      id: randomUUID(),
      examDayId: day.id,
      enrolmentId,
      addedAt: new Date(now.getTime() + index),
      addedById: actor.accountId,
    })),
  });
  const fresh = { ...day, heldOn: dayToDate(form.day), startMinute: form.from, place: form.place };
  const write = (news: "invited" | "moved" | "removed", accountIds: string[]) =>
    writeAboutExam(tx, { news, accountIds, day: news === "removed" ? day : fresh, now });
  await write(
    "removed",
    removed.map(({ enrolment }) => enrolment.accountId),
  );
  await write(
    "invited",
    added.map(({ accountId }) => accountId),
  );
  if (moved(day, form)) {
    const stayed = people.filter(({ enrolmentId }) => known.has(enrolmentId));
    await write(
      "moved",
      stayed.map(({ accountId }) => accountId),
    );
  }
  return removed.length > 0 || added.length > 0;
}

async function changeMembers(tx: Tx, { actor, day, form, now }: Change, redeclare: boolean): Promise<void> {
  const seats = seatsOf(form);
  const gone = day.members.filter(({ accountId }) => !seats.includes(accountId));
  await tx.examMember.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  for (const [index, accountId] of seats.entries()) {
    const chair = index === 0;
    const member = day.members.find((one) => one.accountId === accountId);
    if (!member) {
      const data = { id: randomUUID(), examDayId: day.id, accountId, chair };
      await tx.examMember.create({ data: { ...data, addedAt: now, addedById: actor.accountId } });
      continue;
    }
    const fallen = redeclare ? { declaredAt: null, declarationVersion: null } : {};
    await tx.examMember.update({
      where: { id: member.id },
      data: { chair, ...fallen, version: { increment: 1 } },
    });
  }
  const fresh = { ...day, heldOn: dayToDate(form.day), startMinute: form.from, place: form.place };
  const known = new Set(day.members.map(({ accountId }) => accountId));
  const asked = redeclare || moved(day, form) ? seats : seats.filter((accountId) => !known.has(accountId));
  await writeAboutExam(tx, { news: "declare", accountIds: asked, day: fresh, now });
  const goneIds = gone.map(({ accountId }) => accountId);
  await writeAboutExam(tx, { news: "memberCancelled", accountIds: goneIds, day, now });
}

function moved(day: ExamDayRow, form: ChangeExamForm): boolean {
  return (
    day.heldOn.getTime() !== dayToDate(form.day).getTime() ||
    day.startMinute !== form.from ||
    day.place !== form.place
  );
}
