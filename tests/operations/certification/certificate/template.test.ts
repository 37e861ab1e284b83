import { randomUUID } from "node:crypto";
import { getDocumentProxy } from "unpdf";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { firstTemplate, type TemplateContent } from "~/certification/document/template";
import { previewTemplate } from "~/certification/operations/certificate/preview-template.server";
import {
  currentTemplate,
  saveTemplate,
  templateHistory,
  templateOf,
} from "~/certification/operations/certificate/template.server";
import { downloadCertificate, readCertificate } from "~/certification/operations/certificates.server";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { templateForm } from "~/certification/template-schema";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import { makeReadyClass, useOneModule } from "../../../support/factories/certification";
import { makeAccount, makeOrganisation } from "../../../support/factories/people";
import { studyNow } from "../../../support/factories/practice";

withTestDatabase();
beforeAll(useOneModule);
beforeEach(resetDatabase);

const context = { now: studyNow };
const coordinator = async (regionCode: string | null = null) =>
  (await makeAccount({ roles: [{ role: "coordinator", regionCode }] })).actor;
const changed: TemplateContent = {
  ...firstTemplate,
  providerFrom: "template",
  provider: { name: "Škola Příští", seat: null },
  programme: "Kurz nového jména",
  accreditation: "Akreditováno pod č. {číslo} (MŠMT)",
  signatures: ["ředitelka školy"],
  printed: ["accreditation"],
  note: "Poznámka s háčky: ěščřžýáíé.",
};
const reason = "Nové znění.";

async function textOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join("");
    }),
  );
  return pages.join("\n").replaceAll("\u00a0", " ");
}

describe("the form of the certificate", () => {
  it("begins as the portal's own, and every save is another version with its reason", async () => {
    expect(await currentTemplate()).toEqual({ version: 1, content: firstTemplate });
    const actor = await coordinator();
    expect(await saveTemplate(actor, { version: 1, content: changed, reason }, context)).toBe(2);
    const other = { ...changed, note: null };
    expect(await saveTemplate(actor, { version: 2, content: other, reason: "Bez poznámky." }, context)).toBe(
      3,
    );
    expect(await currentTemplate()).toEqual({ version: 3, content: other });
    expect(await templateOf(2)).toEqual({ version: 2, content: changed });
    await expect(templateOf(9)).rejects.toMatchObject({ code: "notFound" });
    expect(
      (await templateHistory()).map(({ version, reason: why, byName, issued }) => [
        version,
        why,
        byName,
        issued,
      ]),
    ).toEqual([
      [3, "Bez poznámky.", actor.name, 0],
      [2, reason, actor.name, 0],
      [1, null, null, 0],
    ]);
    expect(await db().auditEvent.count({ where: { action: "certificate.template" } })).toBe(2);
  });

  it("is saved by nobody who answers for a region alone", async () => {
    const actor = await coordinator("CZ042");
    await expect(
      saveTemplate(actor, { version: 1, content: changed, reason }, context),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect((await currentTemplate()).version).toBe(1);
  });

  it("sent twice is saved once; an old page and no change are refused", async () => {
    const actor = await coordinator();
    const input = { version: 1, content: changed, reason };
    expect(await saveTemplate(actor, input, context)).toBe(2);
    expect(await saveTemplate(actor, input, context)).toBe(2);
    await expect(saveTemplate(actor, { ...input, content: firstTemplate }, context)).rejects.toMatchObject({
      code: "stale",
    });
    await expect(saveTemplate(actor, { ...input, version: 2 }, context)).rejects.toMatchObject({
      code: "invalid",
      reason: "certification:refusal.sameTemplate",
    });
    expect(await db().certificateTemplate.count()).toBe(1);
  });

  it("saved by several at once has one winner for each version", async () => {
    const actor = await coordinator();
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        saveTemplate(actor, { version: 1, content: { ...changed, note: `Znění ${index}` }, reason }, context),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect(await db().certificateTemplate.count()).toBe(1);
  });

  it("decides what new certificates say, and they say by which version", async () => {
    const organisation = await makeOrganisation({ kind: "provider", name: "Pořadatel Běhu", town: "Most" });
    const { trainer, graduand } = await makeReadyClass({
      run: { organisationId: organisation.id, accreditationNumber: "AKR-7" },
    });
    await saveTemplate(await coordinator(), { version: 1, content: changed, reason }, context);
    const input = { id: randomUUID(), enrolmentId: graduand.enrolmentId };
    const { id } = await issueCertificate(trainer.actor, input, context);
    const page = await readCertificate(trainer.actor, id);
    expect(page).toMatchObject({
      templateVersion: 2,
      content: { provider: { name: "Škola Příští", seat: null }, programme: "Kurz nového jména" },
    });
    const text = await textOf((await downloadCertificate(trainer.actor, id, context)).bytes);
    expect(text).toContain("Škola Příští");
    expect(text).toContain("Akreditováno pod č. AKR-7 (MŠMT)");
    expect(text).toContain("ředitelka školy");
    expect(text).toContain("Poznámka s háčky: ěščřžýáíé.");
    for (const left of ["Pořadatel Běhu", "místo narození", "Závěrečná zkouška", "Obsah kurzu"]) {
      expect(text).not.toContain(left);
    }
    expect((await templateHistory()).map(({ version, issued }) => [version, issued])).toEqual([
      [2, 1],
      [1, 0],
    ]);
  });

  it("is previewed for an invented person, and every page says it is no certificate", async () => {
    const bytes = await previewTemplate({ version: 1, content: firstTemplate }, context);
    const text = await textOf(bytes);
    expect(text).toContain("Božena Ukázková");
    expect(text.split("\n").every((page) => page.includes("UKÁZKA"))).toBe(true);
    expect(await db().certificate.count()).toBe(0);
  });
});

describe("the form's fields", () => {
  const good = {
    intent: "save",
    version: "1",
    reason: "Nové znění.",
    providerFrom: "run",
    providerName: "RUBIKON Centrum",
    programme: "Mentor",
    accreditation: "Číslo {číslo}",
    signature1: "za poskytovatele",
  };

  it("are taken when they are whole", () => {
    expect(templateForm.safeParse(good).success).toBe(true);
    expect(templateForm.safeParse({ ...good, printed: "topics" }).data).toMatchObject({
      printed: ["topics"],
    });
  });

  it.each([
    ["providerFrom", "nikdo"],
    ["providerName", ""],
    ["providerName", "x".repeat(91)],
    ["programme", "x"],
    ["accreditation", "bez čísla"],
    ["accreditation", "{číslo} {číslo}"],
    ["signature1", ""],
    ["signature3", "x".repeat(46)],
    ["printed", "vek"],
    ["note", "x".repeat(241)],
    ["reason", "jo"],
    ["version", "0"],
    ["version", "první"],
  ])("%s = %j is refused by its name", (field, value) => {
    const { error } = templateForm.safeParse({ ...good, [field]: value });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
