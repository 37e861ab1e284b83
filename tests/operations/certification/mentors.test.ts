import { beforeEach, describe, expect, it } from "vitest";
import {
  assignableMentors,
  ensureMentor,
  mentorOf,
  mentorsById,
} from "~/certification/operations/mentors.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAttendance, makeMentorRow } from "../../support/factories/certification";
import { makeAccount } from "../../support/factories/people";
import { studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const today = "2026-06-12";

describe("mentors", () => {
  it("can be given a case by standing and region", async () => {
    const { accountId, name } = await makeAccount({ name: "Čeněk Zupko", roles: ["mentor"] });
    const active = await makeMentorRow({ accountId });
    const old = await makeMentorRow({ code: "M01", certifiedOn: null, regionCode: null });
    const lapsing = await makeMentorRow({ code: "M02", certifiedOn: "2026-04-01" });
    const lapsed = await makeMentorRow({ code: "M03", certifiedOn: "2026-01-01" });
    const saved = await makeMentorRow({ code: "M04", certifiedOn: "2026-01-01" });
    await makeAttendance({ mentorId: saved.id }, "2026-06-01");
    const ended = await makeMentorRow({ code: "M05", endedOn: "2026-06-01" });
    const far = await makeMentorRow({ code: "M06", regionCode: "CZ051" });

    const here = await assignableMentors({ regionCode: "CZ042" }, today);
    expect(here.map(({ id }) => id)).toEqual([active.id, saved.id]);
    expect(here.map(({ standing }) => standing.state)).toEqual(["active", "active"]);
    expect(here[0]).toMatchObject({ name, assignable: true, standing: { dueOn: "2026-07-20" } });
    expect((await assignableMentors({}, today)).map(({ id }) => id)).toContain(far.id);

    const known = await mentorsById([old.id, lapsing.id, lapsed.id, ended.id], today);
    expect(known.get(old.id)).toMatchObject({ assignable: false, standing: { state: "unknown" } });
    expect(known.get(lapsing.id)).toMatchObject({ assignable: false, standing: { state: "lapsing" } });
    expect(known.get(lapsed.id)).toMatchObject({
      assignable: false,
      standing: { state: "lapsed" },
      name: null,
    });
    expect(known.get(ended.id)).toMatchObject({ assignable: false, standing: { state: "ended" } });
    expect(await mentorOf(accountId)).toMatchObject({ id: active.id, certifiedOn: "2026-05-20" });
  });

  it("are found by code or made, once", async () => {
    const make = () =>
      inTransaction((tx) => ensureMentor(tx, { code: "DC-07", regionCode: "CZ042", now: studyNow }));
    const ids = await Promise.all([make(), make(), make()]);
    expect(new Set(ids).size).toBe(1);
    expect(await db().mentor.findMany()).toMatchObject([
      { code: "DC-07", accountId: null, certifiedOn: null },
    ]);
  });
});
