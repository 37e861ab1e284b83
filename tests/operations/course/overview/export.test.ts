import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import Papa from "papaparse";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeEach, describe, expect, it } from "vitest";
import { setCatalogue } from "~/course/catalogue/catalogue.server";
import { exportRun } from "~/course/operations/overview/export-run.server";
import { addDays } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { resetDatabase, withTestDatabase } from "../../../support/database";
import {
  courseDay,
  courseNow,
  makeApplication,
  makeCatalogue,
  makeRun,
  makeStudent,
} from "../../../support/factories/course";
import { makeExamResult } from "../../../support/factories/certification";
import { makeSession, makeSessionAttendance, makeTestAttempt } from "../../../support/factories/overview";
import { makeAccount } from "../../../support/factories/people";
import { creditTheory } from "../../../support/factories/practice";

withTestDatabase();
beforeEach(async () => {
  await resetDatabase();
  setCatalogue(makeCatalogue());
});

const context = { now: courseNow };
const coordinator = async () => (await makeAccount({ roles: ["coordinator"] })).actor;
const open = ({ bytes }: { bytes: Uint8Array }) => unzipSync(bytes);
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");
const rowsOf = (files: Record<string, Uint8Array>, name: string) => {
  const text = textOf(files[`${name}.csv`]!);
  expect(text.startsWith("\uFEFF")).toBe(true);
  return Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
};

/** A run with two people, a session, hours, a test and a part of the exam. */
async function makeFullRun() {
  const trainer = await makeAccount({ roles: ["trainer"], name: "Lektorka Dana" });
  const run = await makeRun({ trainerIds: [trainer.accountId], name: "Děčín – jaro / 1" });
  const zita = await makeStudent({ runId: run.id, account: { name: "Zita Řeřichová" } });
  const adam = await makeStudent({ runId: run.id, account: { name: "=Adam Čonka" } });
  const session = await makeSession(run.id, { trainerId: trainer.accountId });
  await makeSessionAttendance(session.id, zita.enrolmentId);
  await makeSessionAttendance(session.id, adam.enrolmentId, { state: "excused" });
  await creditTheory(zita.enrolmentId, 90, courseDay);
  await creditTheory(zita.enrolmentId, -45, courseDay);
  await makeTestAttempt(adam, { correct: 13 });
  await makeExamResult(zita.enrolmentId, "written");
  return { run, zita, adam };
}

describe("the export of a run", () => {
  it("holds the tables and forms, each with its sum in the manifest", async () => {
    const { run } = await makeFullRun();
    const file = await exportRun(await coordinator(), run.id, context);
    expect(file.fileName).toBe("beh-decin-jaro-1-2026-03-01.zip");
    const files = open(file);
    const { "manifest.json": manifest, ...rest } = files;
    const { files: listed, run: about } = JSON.parse(textOf(manifest!)) as {
      files: { name: string; bytes: number; sha256: string }[];
      run: { id: string };
    };
    expect(about.id).toBe(run.id);
    expect(listed.map(({ name }) => name).sort()).toEqual(Object.keys(rest).sort());
    expect(listed.filter(({ name }) => name.endsWith(".csv"))).toHaveLength(6);
    expect(listed.filter(({ name }) => name.endsWith(".pdf"))).toHaveLength(3);
    for (const { name, bytes, sha256 } of listed) {
      expect(rest[name]!.byteLength, name).toBe(bytes);
      expect(createHash("sha256").update(rest[name]!).digest("hex"), name).toBe(sha256);
    }
  });

  it("says what happened, and lets no name calculate in a spreadsheet", async () => {
    const { run } = await makeFullRun();
    const files = open(await exportRun(await coordinator(), run.id, context));
    expect(rowsOf(files, "01-evidence-ucastniku")).toMatchObject([
      { Číslo: "1", "Jméno a příjmení": "'=Adam Čonka", "Datum narození": "1990-05-03" },
      { Číslo: "2", "Jméno a příjmení": "Zita Řeřichová", "Místo narození": "Děčín" },
    ]);
    expect(rowsOf(files, "02-souhrn-plneni")).toMatchObject([
      { "Teorie (vyuč. hodiny)": "0", "Docházka (%)": "0" },
      { "Teorie (vyuč. hodiny)": "1", "Docházka (%)": "100", "Připuštěn(a) ke zkoušce": "ne" },
    ]);
    expect(rowsOf(files, "03-dochazka")).toMatchObject([
      { Účast: "omluven(a)", Minuty: "0", Od: "10:00", Do: "14:00", "Lektor(ka)": "Lektorka Dana" },
      { Účast: "přítomen(na)", Minuty: "210", Modul: "Základy práva" },
    ]);
    expect(
      rowsOf(files, "04-evidence-hodin")
        .map(({ Minuty }) => Minuty)
        .sort(),
    ).toEqual(["-45", "90"]);
    expect(rowsOf(files, "05-vysledky-testu")).toMatchObject([
      { Test: "modul Role mentora", Pokus: "1", Správně: "13", Otázek: "16", Splněno: "ano" },
    ]);
    expect(rowsOf(files, "06-vysledky-zkousky")).toMatchObject([
      { "Část zkoušky": "písemná", Výsledek: "prospěl(a)", "Totožnost ověřena": "ano" },
    ]);
  });

  it("draws forms whose texts can be read back", async () => {
    const { run } = await makeFullRun();
    const files = open(await exportRun(await coordinator(), run.id, context));
    const read = async (name: string) => {
      const pdf = await getDocumentProxy(new Uint8Array(files[name]!));
      return (await extractText(pdf, { mergePages: true })).text;
    };
    const exam = await read("protokoly/protokol-o-zkousce.pdf");
    for (const words of ["Protokol o závěrečné zkoušce", "Zita Řeřichová", "prospěl(a)", "Zkušební komise"])
      expect(exam).toContain(words);
    expect(await read("protokoly/prezencni-listina.pdf")).toContain("Tresty a opatření");
    expect(await read("protokoly/evidence-ucastniku.pdf")).toMatch(/Zita Řeřichová 3\.\s5\.\s1990/);
  });

  it("is the same to the byte whenever it is asked for, and another once the data change", async () => {
    const { run, zita } = await makeFullRun();
    const actor = await coordinator();
    const first = await exportRun(actor, run.id, context);
    const again = await exportRun(actor, run.id, { now: new Date("2027-01-01T00:00:00Z") });
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    await creditTheory(zita.enrolmentId, 45, addDays(courseDay, -1));
    const later = await exportRun(actor, run.id, context);
    expect(Buffer.from(later.bytes).equals(Buffer.from(first.bytes))).toBe(false);
  });

  it("holds nothing of applications, entry conditions or excuses", async () => {
    const { run, zita } = await makeFullRun();
    await makeApplication({
      state: "admitted",
      runId: run.id,
      account: { name: "Neviditelná Žadatelka" },
      conditions: "met",
    });
    const files = open(await exportRun(await coordinator(), run.id, context));
    const all = Object.entries(files)
      .filter(([name]) => !name.endsWith(".pdf"))
      .map(([, bytes]) => textOf(bytes))
      .join("\n");
    expect(all).toContain(zita.name);
    expect(all).not.toMatch(/Neviditelná|rejstřík|menšin|romsk|motivac|criminal|minority|777 123/i);
  });

  it("is written into the audit, without names", async () => {
    const { run } = await makeFullRun();
    const actor = await coordinator();
    await exportRun(actor, run.id, context);
    const [event] = await db().auditEvent.findMany({ where: { action: "run.export" } });
    expect(event).toMatchObject({ actorId: actor.accountId, subjectKind: "run", subjectId: run.id });
    expect(JSON.stringify(event?.details)).not.toMatch(/Zita|Adam/);
  });

  it("works for an empty and for a closed run, and is not found for anybody else's", async () => {
    const empty = await makeRun({ state: "closed" });
    const files = open(await exportRun(await coordinator(), empty.id, context));
    expect(rowsOf(files, "01-evidence-ucastniku")).toEqual([]);
    const trainer = await makeAccount({ roles: ["trainer"] });
    const taught = await makeRun({ trainerIds: [trainer.accountId] });
    const elsewhere = await makeAccount({ roles: [{ role: "coordinator", regionCode: "CZ010" }] });
    for (const { actor } of [trainer, elsewhere])
      await expect(exportRun(actor, taught.id, context)).rejects.toMatchObject({ code: "notFound" });
    await expect(exportRun(await coordinator(), "nesmysl", context)).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await db().auditEvent.count({ where: { action: "run.export" } })).toBe(1);
  });
});
