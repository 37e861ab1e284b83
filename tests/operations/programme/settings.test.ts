import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { defaultProgrammeSettings, settingsOn } from "~/programme/index";
import { programmeSettings, settingsTimeline } from "~/programme/index.server";
import { changeSettings } from "~/programme/operations/change-settings.server";
import { readSettings } from "~/programme/operations/read-settings.server";
import { settingValues } from "~/programme/rules/programme-settings";
import type { SettingsForm } from "~/programme/schema";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount, type MadeAccount } from "../../support/factories/people";
import { refusalOf } from "../../support/refusals";

withTestDatabase();

const now = new Date("2026-06-02T13:30:00Z");
let programme: MadeAccount;
let regional: MadeAccount;
beforeEach(async () => {
  await resetDatabase();
  programme = await makeAccount({
    name: "Hana Celková",
    roles: [{ role: "coordinator", regionCode: null }],
  });
  regional = await makeAccount({ roles: ["coordinator"] });
});

const form = (change: Partial<SettingsForm> = {}): SettingsForm => ({
  id: randomUUID(),
  base: undefined,
  ...settingValues(defaultProgrammeSettings),
  reason: "Domluveno na poradě.",
  ...change,
});

describe("settings of the programme", () => {
  it("are the defaults until somebody changes them, and keep who did and why", async () => {
    expect(await programmeSettings()).toEqual(defaultProgrammeSettings);
    const input = form({ graceMonths: 2, warnFirst: 21 });
    await changeSettings(programme.actor, input, { now });
    expect(await programmeSettings()).toMatchObject({ graceMonths: 2, warnDays: [21, 3] });
    expect(await readSettings(regional.actor)).toMatchObject({
      base: input.id,
      mayChange: false,
      history: [
        {
          by: "Hana Celková",
          reason: "Domluveno na poradě.",
          at: now.toISOString(),
          changes: [
            { name: "graceMonths", from: 1, to: 2 },
            { name: "warnFirst", from: 14, to: 21 },
          ],
        },
      ],
    });
    expect(await db().auditEvent.findMany({ where: { action: "programme.settings" } })).toHaveLength(1);
  });

  it("hold from the day they were saved", async () => {
    await changeSettings(programme.actor, form({ graceMonths: 2 }), { now });
    const timeline = await settingsTimeline();
    expect(settingsOn(timeline, "2026-06-01").graceMonths).toBe(1);
    expect(settingsOn(timeline, "2026-06-02").graceMonths).toBe(2);
  });

  it("are changed by a coordinator of the whole programme only", async () => {
    expect(await refusalOf(changeSettings(regional.actor, form({ graceMonths: 2 }), { now }))).toMatchObject({
      code: "forbidden",
      reason: "mentors:refusal.wholeProgramme",
    });
    const mentor = await makeAccount({ roles: ["mentor"] });
    expect(await refusalOf(changeSettings(mentor.actor, form({ graceMonths: 2 }), { now }))).toMatchObject({
      code: "forbidden",
    });
    expect(await db().programmeSettings.count()).toBe(0);
  });

  it("sent twice change once", async () => {
    const input = form({ graceMonths: 2 });
    await changeSettings(programme.actor, input, { now });
    await changeSettings(programme.actor, input, { now });
    expect(await db().programmeSettings.count()).toBe(1);
  });

  it("that somebody else has changed meanwhile are not overwritten", async () => {
    const outcomes = await Promise.allSettled(
      [2, 3].map((graceMonths) => changeSettings(programme.actor, form({ graceMonths }), { now })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale" } });
    const unknown = form({ graceMonths: 4, base: randomUUID() });
    expect(await refusalOf(changeSettings(programme.actor, unknown, { now }))).toMatchObject({
      code: "stale",
    });
  });

  it("that would stay the same are refused, and two changes of one moment stay in order", async () => {
    expect(await refusalOf(changeSettings(programme.actor, form(), { now }))).toMatchObject({
      code: "invalid",
      reason: "mentors:refusal.nothingChanged",
    });
    const first = form({ graceMonths: 2 });
    await changeSettings(programme.actor, first, { now });
    await changeSettings(programme.actor, form({ graceMonths: 3, base: first.id }), { now });
    expect((await programmeSettings()).graceMonths).toBe(3);
    expect((await readSettings(programme.actor)).history.map(({ changes }) => changes[0]?.to)).toEqual([
      3, 2,
    ]);
  });
});
