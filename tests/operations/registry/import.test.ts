import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/index.server";
import { importRegistry, type ImportFiles } from "~/registry/operations/import-registry.server";
import { wholeReport } from "~/registry/operations/read-report.server";
import { resetDatabase, withTestDatabase } from "../../support/database";
import { makeCase } from "../../support/factories/registry";
import { makeOrganisation } from "../../support/factories/people";
import {
  caseHeader,
  evaluationHeader,
  exportedFiles,
  fileOf,
  inventedFiles,
  publishedPeriod,
  publishedRows,
  publishedTotal,
} from "../../support/factories/registry-files";

withTestDatabase();
beforeEach(resetDatabase);

const now = new Date("2026-06-01T08:00:00Z");
const bring = (files: ImportFiles, dryRun = false) => importRegistry(files, { now, dryRun });

/** Every row the import may touch, so that "nothing changed" can be said of the whole database. */
async function contents(): Promise<Record<string, number>> {
  const [clients, cases, types, work, states, evaluations, rows, organisations, mentors, events] =
    await Promise.all([
      db().client.count(),
      db().case.count(),
      db().clientTypeJudgement.count(),
      db().assignment.count(),
      db().caseStateChange.count(),
      db().evaluation.count(),
      db().importedRow.count(),
      db().organisation.count(),
      db().mentor.count(),
      db().auditEvent.count(),
    ]);
  return { clients, cases, types, work, states, evaluations, rows, organisations, mentors, events };
}

const invented = inventedFiles(publishedRows, publishedPeriod);
const sources = [
  { name: "invented rows", files: invented },
  // Where the exported rows lie beside the project they are counted too.
  { name: "exported rows, or the invented ones in another order", files: exportedFiles() ?? reversed() },
];

function reversed() {
  const turned = (file: Uint8Array) => {
    const [header = "", ...rows] = new TextDecoder().decode(file).trim().split("\r\n");
    return fileOf(header, rows.reverse());
  };
  return { ...invented, cases: turned(invented.cases), evaluations: turned(invented.evaluations) };
}

describe.each(sources)("$name", ({ files }) => {
  it("give exactly the published table", async () => {
    const report = await bring(files);
    expect(report.problems).toEqual([]);
    expect(report.cases.added).toBe(files.counts.cases);
    expect(report.evaluations.added).toBe(files.counts.evaluations);
    const { rows, total } = await wholeReport(publishedPeriod);
    expect(rows.map(({ centreId: _, ...row }) => row)).toEqual(
      publishedRows.map(({ centre, ...counts }) => ({ centre, ...counts })),
    );
    expect(total).toEqual(publishedTotal);
  });

  it("change nothing the second time", async () => {
    await bring(files);
    const before = await contents();
    const again = await bring(files);
    expect(again).toMatchObject({
      problems: [],
      cases: { added: 0, ended: 0, unchanged: files.counts.cases },
      evaluations: { added: 0, unchanged: files.counts.evaluations },
      newCentres: [],
      newMentors: [],
    });
    expect(await contents()).toEqual(before);
  });

  it("say the same in a dry run and leave no trace", async () => {
    const before = await contents();
    const dry = await bring(files, true);
    expect(await contents()).toEqual(before);
    expect(await bring(files)).toEqual(dry);
  });
});

describe("a wrong file", () => {
  const goodCase = "Děčín;DEC-001;A;M-DEC-01;domácí vězení;1.2.2011;5.2.2011;";
  const files = (cases: string[], evaluations: string[]): ImportFiles => ({
    cases: fileOf(caseHeader, cases),
    evaluations: fileOf(evaluationHeader, evaluations),
  });

  it("changes nothing, however good its other rows are", async () => {
    const before = await contents();
    const report = await bring(
      files(
        [goodCase, "Most;MOS-001;D;M-1;domácí vězení;1.2.2011;;"],
        [
          "DEC-001;4.2.2011;ano;ano;ano;ano;ano",
          "DEC-001;5.4.2011;ano;ano;ano;ano;ano",
          "XXX-001;5.4.2011;ano;ano;ano;ano;ano",
          "MOS-001;5.4.2011;ano;ano;ano;ano;ano",
        ],
      ),
    );
    expect(report.problems).toEqual([
      { file: "cases", line: 3, column: "Typ klienta", reason: "clientType", values: { value: "D" } },
      {
        file: "evaluations",
        line: 2,
        column: "Datum hodnocení",
        reason: "evaluationBeforeStart",
        values: { day: "2011-02-05" },
      },
      {
        file: "evaluations",
        line: 4,
        column: "Kód klienta",
        reason: "unknownClient",
        values: { value: "XXX-001" },
      },
    ]);
    expect(await contents()).toEqual(before);
  });

  it("is also the one whose evaluation has no work to speak of", async () => {
    const report = await bring(
      files(["Most;MOS-001;C;;domácí vězení;1.2.2011;;"], ["MOS-001;5.4.2011;ano;ano;ano;ano;ano"]),
    );
    expect(report.problems.map(({ reason }) => reason)).toEqual(["notStarted"]);
  });

  it("is also the one that takes a code of the portal's own client", async () => {
    const centre = await makeOrganisation();
    await makeCase({ organisationId: centre.id, client: { code: "DEC-001" } });
    const report = await bring({ cases: fileOf(caseHeader, [goodCase]), evaluations: null });
    expect(report.problems.map(({ reason, line }) => [reason, line])).toEqual([["codeTaken", 2]]);
  });

  it("is also the one that says otherwise than before", async () => {
    const evaluation = "DEC-001;5.4.2011;ano;ano;ano;ano;ano";
    await bring(files([goodCase], [evaluation]));
    const before = await contents();
    const report = await bring(files([goodCase.replace(";A;", ";B;")], [evaluation.replace(/ano$/, "ne")]));
    expect(report.problems.map(({ file, reason }) => [file, reason])).toEqual([
      ["cases", "differs"],
      ["evaluations", "evaluationDiffers"],
    ]);
    expect(await contents()).toEqual(before);
  });

  it("is not the one that knows the end by now", async () => {
    await bring({ cases: fileOf(caseHeader, [goodCase]), evaluations: null });
    const ended = { cases: fileOf(caseHeader, [`${goodCase}9.9.2011`]), evaluations: null };
    expect(await bring(ended)).toMatchObject({ problems: [], cases: { added: 0, ended: 1, unchanged: 0 } });
    expect(await db().case.findFirstOrThrow()).toMatchObject({ state: "closed", outcome: "not_recorded" });
    expect(await db().assignment.findFirstOrThrow()).toMatchObject({
      openCaseId: null,
      endReason: "case_ended",
      endedOn: new Date("2011-09-09T00:00:00Z"),
    });
    expect(await bring(ended)).toMatchObject({ cases: { added: 0, ended: 0, unchanged: 1 } });
  });
});

describe("what comes with the rows", () => {
  const cases = fileOf(caseHeader, [
    "Děčín;DEC-001;A;M-DEC-01;domácí vězení;1.2.2011;5.2.2011;",
    "Neznámov;NEZ-001;C;M-NEZ-01;zákaz vstupu;1.2.2011;;",
  ]);

  it("uses a centre known by its town and makes the others", async () => {
    const known = await makeOrganisation({ name: "PMS Děčín", town: "Děčín" });
    const report = await bring({ cases, evaluations: null });
    expect(report.newCentres).toEqual([{ name: "Neznámov", regionCode: null }]);
    expect(report.newMentors).toEqual(["M-DEC-01", "M-NEZ-01"]);
    expect(await db().case.count({ where: { organisationId: known.id } })).toBe(1);
    expect(await db().organisation.count({ where: { kind: "probation_centre" } })).toBe(2);
  });

  it("keeps one event that says how much, and no names", async () => {
    await bring({ cases, evaluations: null });
    const events = await db().auditEvent.findMany({ where: { action: "registry.import" } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actorId: null, details: { cases: { added: 2 } } });
  });

  it("lets evaluations of known clients follow later", async () => {
    await bring({ cases, evaluations: null });
    const evaluations = fileOf(evaluationHeader, ["DEC-001;5.4.2011;ano;ano;ano;ano;ano"]);
    expect(await bring({ cases: null, evaluations })).toMatchObject({
      problems: [],
      evaluations: { added: 1 },
    });
  });

  it("happens once when two start together", async () => {
    const reports = await Promise.all([
      bring({ cases, evaluations: null }),
      bring({ cases, evaluations: null }),
    ]);
    expect(reports.map((report) => report.cases.added).sort()).toEqual([0, 2]);
    expect(await db().case.count()).toBe(2);
  });
});
