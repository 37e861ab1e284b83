import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { ownPledge, signPledge } from "~/practice/operations/pledge.server";
import { pledgeTextVersion } from "~/practice/rules/pledge";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeAccount } from "../../support/factories/people";
import { makeTrainee, studyNow } from "../../support/factories/practice";

withTestDatabase();
beforeEach(resetDatabase);

const context = { now: studyNow };
const unsigned = () => makeTrainee({ pledgedOn: null, account: { name: "Šárka Říční" } });
const signature = (text = "sarka ricni") => ({
  id: randomUUID(),
  textVersion: pledgeTextVersion,
  signature: text,
});

describe("the confidentiality pledge", () => {
  it("is signed once, with the name as it was typed, sealed", async () => {
    const { actor, enrolmentId } = await unsigned();
    await Promise.all([
      signPledge(actor, signature(), context),
      signPledge(actor, signature("Říční Šárka"), context),
    ]);
    const rows = await db().confidentialityPledge.findMany();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ enrolmentId, textVersion: pledgeTextVersion });
    const pledge = await ownPledge(actor);
    expect(pledge).toMatchObject({ maySign: false, signed: { at: studyNow.toISOString() } });
    expect(["sarka ricni", "Říční Šárka"]).toContain(pledge?.signed?.signature);
    expect(rows[0]!.signatureSealed).not.toContain("icni");
    expect(await db().auditEvent.count({ where: { action: "pledge.sign" } })).toBe(1);
  });

  it("is refused with another name, another text, after the course and without one", async () => {
    const { actor } = await unsigned();
    await expect(signPledge(actor, signature("Jana Nováková"), context)).rejects.toMatchObject({
      code: "invalid",
      field: "signature",
      values: { name: "Šárka Říční" },
    });
    await expect(signPledge(actor, { ...signature(), textVersion: 99 }, context)).rejects.toMatchObject({
      code: "conflict",
      reason: "practice:pledge.textChanged",
    });
    const left = await makeTrainee({ pledgedOn: null, state: "withdrawn" });
    await expect(signPledge(left.actor, signature(left.name), context)).rejects.toMatchObject({
      code: "conflict",
    });
    const outsider = await makeAccount({ roles: ["trainee"] });
    await expect(signPledge(outsider.actor, signature(outsider.name), context)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await ownPledge(outsider.actor)).toBeNull();
    expect(await db().confidentialityPledge.count()).toBe(0);
  });
});
