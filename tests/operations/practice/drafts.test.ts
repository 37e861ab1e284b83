import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { eraseOldDrafts } from "~/practice/operations/drafts/erase-drafts.server";
import { draftOfPage, ownDrafts } from "~/practice/operations/drafts/read-drafts.server";
import { discardDraft, saveDraft } from "~/practice/operations/drafts/save-draft.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { waitingFor } from "~/practice/operations/waiting-for.server";
import { draftText, mostDrafts } from "~/practice/rules/draft-fields";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import { entryInput, makeTrainee, studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };
const text = (note: string) => draftText({ day: "2026-06-10", note });

describe("a draft", () => {
  it("is kept sealed, holds whatever there is, and grows by versions", async () => {
    const { actor } = await makeTrainee();
    const id = randomUUID();
    expect(await saveDraft(actor, { id, text: text("Roz"), version: 0 }, context)).toEqual({
      kind: "saved",
      version: 1,
    });
    expect(await saveDraft(actor, { id, text: text("Rozepsal jsem"), version: 1 }, context)).toEqual({
      kind: "saved",
      version: 2,
    });
    const row = await db().practiceDraft.findUniqueOrThrow({ where: { id } });
    expect(row.contentSealed).not.toContain("Roz");
    expect(await ownDrafts(actor)).toMatchObject([
      { id, version: 2, values: { day: "2026-06-10", note: "Rozepsal jsem" }, erasedOn: "2026-07-12" },
    ]);
    expect(await db().practiceEntry.count()).toBe(0);
  });

  it("is never overwritten unseen by another device", async () => {
    const { actor } = await makeTrainee();
    const id = randomUUID();
    await saveDraft(actor, { id, text: text("z telefonu"), version: 0 }, context);
    const late = await saveDraft(actor, { id, text: text("z tabletu"), version: 0 }, context);
    expect(late).toEqual({ kind: "conflict", current: { text: text("z telefonu"), version: 1 } });
    // The same words again are no conflict, whichever version they were written upon.
    expect(await saveDraft(actor, { id, text: text("z telefonu"), version: -1 }, context)).toEqual({
      kind: "saved",
      version: 1,
    });
  });

  it("becomes the entry of its id, once, and never comes back", async () => {
    const { actor } = await makeTrainee();
    const input = entryInput();
    await saveDraft(actor, { id: input.id, text: text("Návštěva"), version: 0 }, context);
    await Promise.all([logEntry(actor, input, context), logEntry(actor, input, context)]);
    expect(await ownDrafts(actor)).toEqual([]);
    expect(await saveDraft(actor, { id: input.id, text: text("pozdě"), version: 1 }, context)).toEqual({
      kind: "sent",
    });
    expect(await db().practiceDraft.count()).toBe(0);
    expect(await db().practiceEntry.count()).toBe(1);
  });

  it("stays when the entry is refused", async () => {
    const { actor } = await makeTrainee();
    const input = entryInput({ day: "2026-06-20" });
    await saveDraft(actor, { id: input.id, text: text("Zítra"), version: 0 }, context);
    await expect(logEntry(actor, input, context)).rejects.toMatchObject({ code: "invalid" });
    expect(await ownDrafts(actor)).toHaveLength(1);
  });

  it("belongs to its author alone", async () => {
    const { actor } = await makeTrainee();
    const other = await makeTrainee();
    const id = randomUUID();
    await saveDraft(actor, { id, text: text("moje"), version: 0 }, context);
    expect(await draftOfPage(other.actor, id)).toBeNull();
    await expect(
      saveDraft(other.actor, { id, text: text("cizí"), version: 1 }, context),
    ).rejects.toMatchObject({ code: "notFound" });
    await discardDraft(other.actor, id);
    expect(await ownDrafts(actor)).toHaveLength(1);
    await discardDraft(actor, id);
    await discardDraft(actor, id);
    expect(await ownDrafts(actor)).toEqual([]);
    const nobody = await makeAccount({ roles: ["trainee"] });
    await expect(
      saveDraft(nobody.actor, { id: randomUUID(), text: text("a"), version: 0 }, context),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not begun by an empty form, refuses what is no draft, and has a limit", async () => {
    const { actor } = await makeTrainee();
    expect(await saveDraft(actor, { id: randomUUID(), text: "", version: 0 }, context)).toMatchObject({
      version: 0,
    });
    await expect(
      saveDraft(actor, { id: randomUUID(), text: "[1]", version: 0 }, context),
    ).rejects.toMatchObject({ code: "invalid" });
    for (let count = 0; count < mostDrafts; count += 1) {
      await saveDraft(actor, { id: randomUUID(), text: text(`č. ${count}`), version: 0 }, context);
    }
    await expect(
      saveDraft(actor, { id: randomUUID(), text: text("jeden navíc"), version: 0 }, context),
    ).rejects.toMatchObject({ reason: "practice:draft.tooMany" });
    expect(await db().practiceDraft.count()).toBe(mostDrafts);
  });

  it("is told about, and erased on the day the page says", async () => {
    const { actor } = await makeTrainee();
    await saveDraft(actor, { id: randomUUID(), text: text("a"), version: 0 }, context);
    expect(await waitingFor(actor, studyNow)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ id: "practice-drafts", due: "2026-07-12", values: { count: 1 } }),
      ]),
    );
    expect(await eraseOldDrafts(new Date("2026-07-11T20:00:00Z"))).toBe(0);
    expect(await eraseOldDrafts(new Date("2026-07-12T01:00:00Z"))).toBe(1);
    expect(await ownDrafts(actor)).toEqual([]);
  });
});
