import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { readInbox, readMessage, waitingMessages } from "~/course/operations/overview/inbox.server";
import { sendMessage } from "~/course/operations/overview/send-message.server";
import { readRunMessages } from "~/course/operations/overview/sent-messages.server";
import { messageForm } from "~/course/schema";
import { db } from "~/platform/db/index.server";
import { readForm } from "~/platform/forms.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { courseNow, makeCatalogue, makeRun, makeStudent } from "../../../support/factories/course";
import { makeAccount } from "../../../support/factories/people";
import { queuedLetters } from "../../../support/letters";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const message = (runId: string, overrides: Partial<Parameters<typeof sendMessage>[1]> = {}) => ({
  id: randomUUID(),
  runId,
  to: "all",
  subject: "Sobotní výuka",
  text: "Sejdeme se v sobotu v devět.\nVezměte si občanku.",
  ...overrides,
});
const classOf = async (people: number, overrides: Parameters<typeof makeRun>[0] = {}) => {
  const trainer = await makeAccount({ roles: ["trainer"], name: "Lektorka Dana" });
  const run = await makeRun({ trainerIds: [trainer.accountId], name: "Tajný běh", ...overrides });
  const students = [];
  for (let index = 0; index < people; index += 1) students.push(await makeStudent({ runId: run.id }));
  return { trainer, run, students };
};

describe("a message to a run", () => {
  it("is read by everybody in it, and the sender sees by how many", async () => {
    const { trainer, run, students } = await classOf(3);
    await makeStudent({ runId: run.id, state: "withdrawn" });
    const input = message(run.id);
    expect(await sendMessage(trainer.actor, input, context)).toEqual({
      id: input.id,
      recipients: 3,
      sent: true,
    });
    const reader = students[0]!;
    expect(await waitingMessages(reader.actor)).toMatchObject([
      { text: "overview:waiting.messages", values: { count: 1 }, to: "/zpravy" },
    ]);
    expect(await readInbox(reader.actor, { page: 1 })).toMatchObject({
      unread: 1,
      items: [{ subject: "Sobotní výuka", sender: "Lektorka Dana", toAll: true, read: false }],
    });
    for (let times = 0; times < 2; times += 1)
      expect((await readMessage(reader.actor, input.id, context)).text).toBe(input.text);
    expect(await waitingMessages(reader.actor)).toEqual([]);
    const sent = await readRunMessages(trainer.actor, run.id);
    expect(sent.messages).toMatchObject([{ id: input.id, recipient: null, read: 1, of: 3 }]);
    expect(sent.trainees).toHaveLength(3);
    const elsewhere = await makeStudent();
    const nowhere = await makeAccount({ roles: ["trainee"] });
    for (const { actor } of [elsewhere, nowhere]) {
      await expect(readMessage(actor, input.id, context)).rejects.toMatchObject({ code: "notFound" });
      expect(await readInbox(actor, { page: 1 })).toMatchObject({ items: [], total: 0, unread: 0 });
      expect(await waitingMessages(actor)).toEqual([]);
    }
  });

  it("says in the mail only that it waits", async () => {
    const { trainer, run, students } = await classOf(2);
    const input = message(run.id);
    await sendMessage(trainer.actor, input, context);
    const letters = await queuedLetters();
    expect(letters.map(({ to }) => to).sort()).toEqual(students.map(({ email }) => email).sort());
    for (const letter of letters) {
      expect(letter).toMatchObject({ kind: "run-message", path: `/zpravy/${input.id}` });
      for (const word of ["Sobotní", "sobotu", "Dana", "Tajný"])
        expect(`${letter.subject} ${letter.text}`).not.toContain(word);
    }
  });

  it("has one effect however often the form is sent", async () => {
    const { trainer, run } = await classOf(2);
    const input = message(run.id);
    const both = await Promise.all([
      sendMessage(trainer.actor, input, context),
      sendMessage(trainer.actor, input, context),
    ]);
    expect(both.map(({ sent }) => sent).sort()).toEqual([false, true]);
    expect(await sendMessage(trainer.actor, input, context)).toMatchObject({ sent: false });
    expect(await db().runMessage.count()).toBe(1);
    expect(await db().mail.count()).toBe(2);
    expect(await db().auditEvent.count({ where: { action: "message.send" } })).toBe(1);
  });

  it("is sealed at rest", async () => {
    const { trainer, run } = await classOf(1);
    await sendMessage(trainer.actor, message(run.id), context);
    expect(JSON.stringify(await db().runMessage.findMany())).not.toMatch(/Sobotní|občanku/);
  });

  it("stops at the day somebody left, and reaches who came later", async () => {
    const { trainer, run, students } = await classOf(1);
    const [leaver] = students;
    const first = message(run.id);
    await sendMessage(trainer.actor, first, context);
    await db().enrolment.update({
      where: { id: leaver!.enrolmentId },
      data: { state: "withdrawn", endedAt: new Date(courseNow.getTime() + 1000) },
    });
    const newcomer = await makeStudent({ runId: run.id });
    const second = message(run.id, { subject: "Druhá" });
    await sendMessage(trainer.actor, second, { now: new Date(courseNow.getTime() + 60_000) });
    const subjects = async (actor: typeof newcomer.actor) =>
      (await readInbox(actor, { page: 1 })).items.map(({ subject }) => subject);
    expect(await subjects(leaver!.actor)).toEqual(["Sobotní výuka"]);
    expect(await subjects(newcomer.actor)).toEqual(["Druhá", "Sobotní výuka"]);
  });
});

describe("a message to one", () => {
  it("is read by nobody else", async () => {
    const { trainer, run, students } = await classOf(2);
    const [one, other] = students;
    const input = message(run.id, { to: one!.enrolmentId });
    await sendMessage(trainer.actor, input, context);
    expect((await readMessage(one!.actor, input.id, context)).toAll).toBe(false);
    await expect(readMessage(other!.actor, input.id, context)).rejects.toMatchObject({ code: "notFound" });
    expect((await readRunMessages(trainer.actor, run.id)).messages).toMatchObject([
      { recipient: one!.name, read: 1, of: 1 },
    ]);
  });

  it("goes to nobody of another run, nor to who left", async () => {
    const { trainer, run } = await classOf(1);
    const foreign = await makeStudent();
    const gone = await makeStudent({ runId: run.id, state: "withdrawn" });
    for (const { enrolmentId } of [foreign, gone]) {
      await expect(
        sendMessage(trainer.actor, message(run.id, { to: enrolmentId }), context),
      ).rejects.toMatchObject({ code: "invalid", field: "to" });
    }
    expect(await db().runMessage.count()).toBe(0);
  });
});

describe("what is refused", () => {
  it("somebody else's run is not found", async () => {
    const { run } = await classOf(1);
    const stranger = await makeAccount({ roles: ["trainer"] });
    const elsewhere = await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ010" }] });
    const student = await makeStudent({ runId: run.id });
    for (const { actor } of [stranger, elsewhere, student]) {
      await expect(sendMessage(actor, message(run.id), context)).rejects.toMatchObject({ code: "notFound" });
      await expect(readRunMessages(actor, run.id)).rejects.toMatchObject({ code: "notFound" });
    }
  });

  it("a closed run takes no new message and keeps the old ones", async () => {
    const { trainer, run, students } = await classOf(1);
    const input = message(run.id);
    await sendMessage(trainer.actor, input, context);
    await db().courseRun.update({ where: { id: run.id }, data: { state: "closed" } });
    await expect(sendMessage(trainer.actor, message(run.id), context)).rejects.toMatchObject({
      code: "conflict",
      reason: "overview:refusal.closedRun",
    });
    // The page was open when the run closed, and the form had been sent before: that stays a success.
    expect(await sendMessage(trainer.actor, input, context)).toMatchObject({ sent: false });
    expect((await readMessage(students[0]!.actor, input.id, context)).subject).toBe(input.subject);
    expect((await readRunMessages(trainer.actor, run.id)).messages).toHaveLength(1);
  });

  it("an id used by somebody else's message", async () => {
    const { trainer, run } = await classOf(1);
    const other = await classOf(1);
    const input = message(run.id);
    await sendMessage(trainer.actor, input, context);
    await expect(
      sendMessage(other.trainer.actor, { ...input, runId: other.run.id }, context),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("a text of a megabyte, an empty one and an unknown recipient name their fields", async () => {
    const read = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({
        id: randomUUID(),
        to: "all",
        subject: "Předmět",
        text: "Text",
        ...fields,
      });
      const answer = await readForm(
        new Request("http://portal.test/", { method: "POST", body }),
        messageForm,
      );
      return answer.ok ? null : Object.keys(answer.reply.errors);
    };
    expect(await read({})).toBeNull();
    expect(await read({ text: "ž".repeat(1_000_000) })).toEqual(["text"]);
    expect(await read({ text: " " })).toEqual(["text"]);
    expect(await read({ subject: "a".repeat(121) })).toEqual(["subject"]);
    expect(await read({ to: "kdokoli" })).toEqual(["to"]);
    expect(await read({ id: "1" })).toEqual(["id"]);
  });

  it("an unknown message", async () => {
    const student = await makeStudent();
    for (const id of [randomUUID(), "nesmysl", undefined])
      await expect(readMessage(student.actor, id, context)).rejects.toMatchObject({ code: "notFound" });
  });
});
