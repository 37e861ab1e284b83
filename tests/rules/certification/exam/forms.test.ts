import { describe, expect, it } from "vitest";
import { examDayAction, planExamForm } from "~/certification/exam-schema";

const id = "0b0b0b0b-1111-4222-8333-444444444444";

/** Fields an input is refused at. */
function refusedAt(input: object): string[] {
  const result = examDayAction.safeParse(input);
  return result.success ? [] : [...new Set(result.error.issues.map(({ path }) => String(path[0] ?? "")))];
}

describe("forms of an exam day", () => {
  it.each<[object, string[]]>([
    [{}, ["intent"]],
    [{ intent: "neznámý" }, ["intent"]],
    [{ intent: "declare" }, ["agree"]],
    [{ intent: "declare", agree: "on", names: "a" }, []],
    [{ intent: "present" }, ["candidate", "document"]],
    [{ intent: "present", candidate: id, document: "číslo 123456789" }, ["document"]],
    [{ intent: "absent", candidate: "1" }, ["candidate"]],
    [{ intent: "reopen" }, ["reason"]],
    [{ intent: "reopen", reason: "a".repeat(601) }, ["reason"]],
    [{ intent: "cancel", reason: "ne" }, ["reason"]],
    [{ intent: "sign", hash: "abc" }, ["hash", "password"]],
    [{ intent: "sign", hash: "a".repeat(64), password: "heslo" }, []],
    [
      { intent: "excuse", candidate: id, excusedOn: "2026-02-30", reason: "Nemoc" },
      ["excusedOn", "decision"],
    ],
    [{ intent: "vote", [`vote-${id}-oral`]: "snad" }, [`vote-${id}-oral`]],
    [{ intent: "vote", [`vote-${id}-oral`]: "none", [`vote-${id}-written`]: "passed", other: "x" }, []],
  ])("%j is refused at %j", (input, fields) => {
    expect(refusedAt(input).sort()).toEqual([...fields].sort());
  });

  it("reads votes out of the names of the fields", () => {
    const fields = { [`vote-${id}-oral`]: "none", [`vote-${id}-written`]: "failed", "vote-x-oral": "passed" };
    expect(examDayAction.parse({ intent: "vote", ...fields })).toEqual({
      intent: "vote",
      votes: [
        { candidateId: id, part: "oral", vote: null },
        { candidateId: id, part: "written", vote: false },
      ],
    });
  });

  it("takes one of the examined or several, and names each field that is wrong", () => {
    const form = {
      id,
      kind: "regular",
      day: "2026-06-12",
      from: "09:00",
      place: "Děčín",
      parts: "oral",
      chair: id,
      second: id,
      third: id,
      candidates: id,
    };
    expect(planExamForm.parse(form)).toMatchObject({ from: 540, parts: ["oral"], candidates: [id] });
    const bad = planExamForm.safeParse({
      id,
      kind: "jiná",
      day: "zítra",
      from: "25:00",
      parts: [],
      candidates: ["x"],
    });
    const fields = bad.success ? [] : bad.error.issues.map(({ path }) => String(path[0]));
    expect([...new Set(fields)].sort()).toEqual(
      ["candidates", "chair", "day", "from", "kind", "parts", "place", "second", "third"].sort(),
    );
  });
});
