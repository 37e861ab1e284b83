import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/days";
import { sanctionWords } from "~/registry/rules/import-fields";
import { readCaseRows, readEvaluationRows } from "~/registry/rules/import-rows";
import { decodeFile } from "~/registry/rules/import-table";
import registryTexts from "~/i18n/cs/registry";
import { caseHeader, czechDay, evaluationHeader } from "../../support/factories/registry-files";

const today = "2026-06-01";
const goodCase = "Děčín;DEC-001;A;M-DEC-01;domácí vězení;1.2.2011;5.2.2011;";
const goodEvaluation = "DEC-001;5.4.2011;ano;ne;ano;ne;ano";

const casesOf = (...rows: string[]) => readCaseRows([caseHeader, ...rows].join("\r\n"), today);
const evaluationsOf = (...rows: string[]) =>
  readEvaluationRows([evaluationHeader, ...rows].join("\r\n"), today);
const told = ({ problems }: { problems: { line: number | null; column: string | null; reason: string }[] }) =>
  problems.map(({ line, column, reason }) => [line, column, reason]);

describe("a good row", () => {
  it("of cases", () => {
    expect(casesOf(goodCase)).toMatchObject({
      problems: [],
      rows: [
        {
          line: 2,
          centre: "Děčín",
          clientCode: "DEC-001",
          type: "A",
          mentorCode: "M-DEC-01",
          sanction: "house_arrest",
          referredOn: "2011-02-01",
          startedOn: "2011-02-05",
          endedOn: null,
        },
      ],
    });
  });

  it("of evaluations", () => {
    expect(evaluationsOf(goodEvaluation)).toMatchObject({
      problems: [],
      rows: [
        {
          clientCode: "DEC-001",
          signedOn: "2011-04-05",
          answers: { cooperation: true, sentence: false, skills: true, information: false },
          successful: true,
        },
      ],
    });
  });

  it("may be spaced, capitalised and ordered differently", () => {
    const columns = caseHeader.split(";");
    const fields = [
      " Děčín ",
      "DEC-001",
      "a",
      "M-DEC-01",
      "Domácí Vězení",
      "01. 02. 2011",
      "5.\u00a02.\u00a02011",
      "",
    ];
    const order = [7, 3, 1, 0, 2, 6, 5, 4];
    const shuffled = [columns, fields].map((row) => order.map((index) => row[index]).join(";")).join("\n");
    expect(readCaseRows(shuffled, today)).toMatchObject({ problems: [], rows: casesOf(goodCase).rows });
  });

  it("may have a mentor who has not begun, or none", () => {
    const { rows, problems } = casesOf(
      "Most;MOS-1;B;M-1;peněžitý trest;1.2.2011;;",
      "Most;MOS-2;B;;zákaz vstupu;1.2.2011;;",
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ mentorCode, startedOn }) => [mentorCode, startedOn])).toEqual([
      ["M-1", null],
      [null, null],
    ]);
  });

  it("may follow empty lines and lines within quotes, and is numbered as in the file", () => {
    const quoted = 'Děčín;DEC-002;A;"M-DEC-02";"domácí\nvězení";1.2.2011;;';
    expect(
      casesOf("", goodCase, ";;;;;;;", quoted, goodCase.replace("001", "003")).rows.map(({ line }) => line),
    ).toEqual([3, 5, 7]);
  });
});

describe("a bad row of cases is named with its line and column", () => {
  it.each([
    ["centre missing", goodCase.replace("Děčín", ""), "Středisko PMS", "required"],
    ["client missing", goodCase.replace("DEC-001", ""), "Kód klienta", "required"],
    ["a name instead of a code", goodCase.replace("DEC-001", "Jan Vrbka"), "Kód klienta", "code"],
    ["unknown type", goodCase.replace(";A;", ";D;"), "Typ klienta", "clientType"],
    ["unknown sanction", goodCase.replace("domácí", "cizí"), "Opatření", "sanction"],
    ["no referral day", goodCase.replace("1.2.2011", ""), "Datum doporučení", "required"],
    ["impossible day", goodCase.replace("5.2.2011", "30.2.2011"), "Zahájení práce mentora", "date"],
    [
      "another way to write a day",
      goodCase.replace("5.2.2011", "2011-02-05"),
      "Zahájení práce mentora",
      "date",
    ],
    ["year of two digits", goodCase.replace("5.2.2011", "5.2.11"), "Zahájení práce mentora", "date"],
    ["a day of another century", goodCase.replace("1.2.2011", "1.2.1911"), "Datum doporučení", "dateTooOld"],
    ["a day to come", `${goodCase}2.6.2026`, "Ukončení práce mentora", "dateInFuture"],
    ["end before start", `${goodCase}4.2.2011`, "Ukončení práce mentora", "endBeforeStart"],
    [
      "end without start",
      "Děčín;DEC-001;A;M-1;domácí vězení;1.2.2011;;3.3.2011",
      "Zahájení práce mentora",
      "startMissing",
    ],
    ["start without mentor", goodCase.replace("M-DEC-01", ""), "Kód mentora", "mentorMissing"],
    [
      "start before referral",
      goodCase.replace("5.2.2011", "31.1.2011"),
      "Zahájení práce mentora",
      "startBeforeReferral",
    ],
    ["a column too many", `${goodCase};`, null, "fieldCount"],
    ["a column too few", goodCase.slice(0, -1), null, "fieldCount"],
  ])("%s", (_, row, column, reason) => {
    expect(told(casesOf(goodCase.replace("001", "999"), row))).toEqual([[3, column, reason]]);
  });

  it("twice the same client", () => {
    const result = casesOf(goodCase, goodCase);
    expect(result.problems).toEqual([
      { file: "cases", line: 3, column: "Kód klienta", reason: "repeatedClient", values: { line: 2 } },
    ]);
  });

  it("one centre spelt in two ways", () => {
    expect(told(casesOf(goodCase, goodCase.replace("Děčín", "Decin").replace("001", "002")))).toEqual([
      [3, "Středisko PMS", "centreSpelling"],
    ]);
  });

  it("all of them, not only the first", () => {
    const result = casesOf(goodCase.replace(";A;", ";D;"), goodCase.replace("001", "002"), ";;;;;;;x");
    expect(result.rows.map(({ clientCode }) => clientCode)).toEqual(["DEC-002"]);
    expect(told(result)[0]).toEqual([2, "Typ klienta", "clientType"]);
    expect(new Set(result.problems.map(({ line }) => line))).toEqual(new Set([2, 4]));
    expect([...result.mentioned]).toEqual(["DEC-001", "DEC-002"]);
  });
});

describe("a bad row of evaluations", () => {
  it.each([
    ["neither yes nor no", goodEvaluation.replace("ano", "možná"), "Spolupráce s PMS", "yesNo"],
    ["an answer missing", goodEvaluation.replace(/ano$/, ""), "Intervence úspěšná", "required"],
    ["impossible day", goodEvaluation.replace("5.4.2011", "31.4.2011"), "Datum hodnocení", "date"],
  ])("%s", (_, row, column, reason) => {
    expect(told(evaluationsOf(row))).toEqual([[2, column, reason]]);
  });

  it("twice on one day", () => {
    expect(told(evaluationsOf(goodEvaluation, goodEvaluation))).toEqual([
      [3, "Datum hodnocení", "repeatedEvaluation"],
    ]);
  });
});

describe("a file that is not the one asked for", () => {
  it.each([
    ["is empty", "", [[null, null, "empty"]]],
    ["has only a header", caseHeader, [[null, null, "noRows"]]],
    [
      "is separated by commas",
      `${caseHeader}\n${goodCase}`.replaceAll(";", ","),
      [[null, null, "delimiter"]],
    ],
    ["is separated by tabs", `${caseHeader}\n${goodCase}`.replaceAll(";", "\t"), [[null, null, "delimiter"]]],
    ["lacks a column", `${caseHeader.replace("Opatření;", "")}\n`, [[1, "Opatření", "missingColumn"]]],
    [
      "calls a column otherwise",
      `${caseHeader.replace("Opatření", "Trest")}\n${goodCase}`,
      [
        [1, "Opatření", "missingColumn"],
        [1, "Trest", "unknownColumn"],
      ],
    ],
    ["has a column twice", `${caseHeader};Opatření\n`, [[1, "Opatření", "repeatedColumn"]]],
    ["has quotes left open", `${caseHeader}\n"${goodCase}`, [[2, null, "quotes"]]],
  ])("%s", (_, text, expected) => {
    expect(told(readCaseRows(text, today))).toEqual(expected);
  });

  it("says what separates the columns instead", () => {
    expect(readCaseRows(caseHeader.replaceAll(";", ","), today).problems[0]?.values).toEqual({ found: "," });
  });
});

describe("bytes", () => {
  const text = `${caseHeader}\r\n${goodCase}\r\n`;
  const utf8 = new TextEncoder().encode(text);

  it.each([
    ["with a byte order mark", new TextEncoder().encode(`\uFEFF${text}`)],
    ["without one", utf8],
  ])("UTF-8 %s", (_, bytes) => {
    const decoded = decodeFile(bytes);
    if (typeof decoded === "string") throw new Error(decoded);
    expect(decoded.encoding).toBe("utf-8");
    expect(readCaseRows(decoded.text, today).rows).toEqual(casesOf(goodCase).rows);
  });

  it("windows-1250, as older spreadsheets write it", () => {
    const decoded = decodeFile(windows1250(text));
    if (typeof decoded === "string") throw new Error(decoded);
    expect(decoded.encoding).toBe("windows-1250");
    expect(readCaseRows(decoded.text, today)).toMatchObject({ problems: [], rows: casesOf(goodCase).rows });
  });

  it.each([
    ["nothing", [], "empty"],
    ["UTF-16", [0xff, 0xfe, 0x53, 0x00], "utf16"],
    ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x53], "utf16"],
    ["a workbook", [0x50, 0x4b, 0x03, 0x04], "spreadsheet"],
    ["a mark of UTF-8 and then something else", [0xef, 0xbb, 0xbf, 0xe8], "brokenUtf8"],
  ])("%s", (_, bytes, reason) => {
    expect(decodeFile(Uint8Array.from(bytes))).toBe(reason);
  });
});

describe("whatever the rows", () => {
  const word = fc.stringMatching(/^[A-Z]{3}-[0-9]{3}$/);
  const anyDay = fc.integer({ min: 0, max: 9000 }).map((offset) => addDays("2000-01-01", offset));

  it("what was written is what is read", () => {
    const someRow = fc.record({ code: word, day: anyDay, length: fc.nat(400), ended: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(someRow, { selector: ({ code }) => code, minLength: 1 }), (rows) => {
        const lines = rows.map(({ code, day, length, ended }) => {
          const end = ended ? czechDay(addDays(day, length)) : "";
          return `Most;${code};C;M-1;domácí vězení;${czechDay(day)};${czechDay(day)};${end}`;
        });
        const read = casesOf(...lines);
        expect(read.problems).toEqual([]);
        expect(
          read.rows.map(({ clientCode, startedOn, endedOn }) => ({ clientCode, startedOn, endedOn })),
        ).toEqual(
          rows.map(({ code, day, length, ended }) => ({
            clientCode: code,
            startedOn: day,
            endedOn: ended ? addDays(day, length) : null,
          })),
        );
      }),
    );
  });

  it("rubbish is refused and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (lines) => {
        const result = casesOf(...lines);
        expect(result.rows).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoded = decodeFile(bytes);
        if (typeof decoded !== "string") readEvaluationRows(decoded.text, today);
      }),
    );
  });
});

it("uses the words of the Czech catalogue for sanctions", () => {
  for (const [word, code] of Object.entries(sanctionWords)) expect(registryTexts.sanction[code]).toBe(word);
});

/** Encodes Czech text the way TextDecoder("windows-1250") reads it. */
function windows1250(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1250");
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((letter) => byteOf.get(letter)!));
}
