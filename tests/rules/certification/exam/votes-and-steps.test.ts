import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declarationVersion, examDayStates } from "~/certification/rules/exam/codes";
import { commissionRefusal, type CommissionFacts } from "~/certification/rules/exam/commission";
import {
  canStep,
  closeRefusal,
  examDaySteps,
  missingVotes,
  openRefusal,
  stateAfterSignature,
  type ExamDayFacts,
} from "~/certification/rules/exam/exam-day-steps";
import { resultOf, tallyOf } from "~/certification/rules/exam/majority";
import { protocolText, type ProtocolContent } from "~/certification/rules/exam/protocol-content";

describe("votes", () => {
  it.each([
    [[true, true, true], true],
    [[true, true, false], true],
    [[true, false, false], false],
    [[false, false, false], false],
    [[true, true], null],
    [[], null],
    [[true, true, true, true], null],
  ])("%j → %s", (votes, result) => {
    expect(resultOf(votes)).toBe(result);
  });

  it("come to the same in any order, and one vote changed never turns the result the other way", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat(2), (votes, changed) => {
        expect(resultOf([...votes].reverse())).toBe(resultOf(votes));
        const better = votes.map((vote, index) => vote || index === changed);
        if (resultOf(votes)) expect(resultOf(better)).toBe(true);
        const { passed, failed } = tallyOf(votes);
        expect(passed + failed).toBe(3);
      }),
    );
  });
});

describe("a commission", () => {
  const good: CommissionFacts = {
    members: ["a", "b", "c"],
    chair: "a",
    eligible: new Set(["a", "b", "c", "d"]),
    examinees: new Set(["x"]),
    guides: new Set(["g"]),
  };
  it.each<[string, Partial<CommissionFacts>, string | null]>([
    ["three of the eligible", {}, null],
    ["two", { members: ["a", "b"] }, "size"],
    ["four", { members: ["a", "b", "c", "d"] }, "size"],
    ["one of them twice", { members: ["a", "b", "b"] }, "size"],
    ["a chair from elsewhere", { chair: "d" }, "chair"],
    ["somebody examined", { members: ["a", "b", "x"] }, "examinee"],
    ["a guide", { members: ["a", "b", "g"] }, "guide"],
    ["a guide who is eligible", { members: ["a", "b", "c"], guides: new Set(["c"]) }, "guide"],
    ["a stranger", { members: ["a", "b", "z"] }, "notEligible"],
  ])("of %s", (_case, change, code) => {
    expect(commissionRefusal({ ...good, ...change })?.code ?? null).toBe(code);
  });
});

const declared = { declaredVersion: declarationVersion, signed: false };
const day: ExamDayFacts = {
  state: "planned",
  heldOn: "2026-06-12",
  members: [declared, declared, declared],
  candidates: [{ state: "expected", parts: [{ part: "oral", votes: 0 }] }],
};

describe("steps of a day", () => {
  it("lead from the states they may, and from no other", () => {
    const table = Object.fromEntries(
      examDaySteps.map((step) => [step, examDayStates.filter((state) => canStep(state, step))]),
    );
    expect(table).toEqual({
      change: ["planned"],
      open: ["planned"],
      vote: ["open"],
      close: ["open"],
      reopen: ["closed"],
      sign: ["closed"],
      cancel: ["planned", "open"],
    });
  });

  it.each<[string, Partial<ExamDayFacts>, string, string | null]>([
    ["on the day", {}, "2026-06-12", null],
    ["a day before", {}, "2026-06-11", "notYet"],
    ["a day after", {}, "2026-06-13", "dayPassed"],
    ["with nobody on the list", { candidates: [] }, "2026-06-12", "noCandidates"],
    ["with two members", { members: [declared, declared] }, "2026-06-12", "declarations"],
    [
      "with a declaration of an older text",
      { members: [declared, declared, { declaredVersion: 0, signed: false }] },
      "2026-06-12",
      "declarations",
    ],
    [
      "with a declaration missing",
      { members: [declared, declared, { declaredVersion: null, signed: false }] },
      "2026-06-12",
      "declarations",
    ],
    ["once it is open", { state: "open" }, "2026-06-12", "state"],
    ["once it is cancelled", { state: "cancelled" }, "2026-06-12", "state"],
  ])("opens %s", (_case, change, today, code) => {
    expect(openRefusal({ ...day, ...change }, today)?.code ?? null).toBe(code);
  });

  it("closes when everybody is decided and all the votes are there", () => {
    const open = { ...day, state: "open" as const };
    expect(closeRefusal(day)?.code).toBe("state");
    expect(closeRefusal(open)).toEqual({ code: "undecided", values: { count: 1 } });
    const present = (votes: number) => [
      { state: "present" as const, parts: [{ part: "oral" as const, votes }] },
    ];
    expect(closeRefusal({ ...open, candidates: present(1) })).toEqual({
      code: "votesMissing",
      values: { count: 2 },
    });
    expect(closeRefusal({ ...open, candidates: present(3) })).toBeNull();
    const absent = [{ state: "absent" as const, parts: [{ part: "oral" as const, votes: 0 }] }];
    expect(closeRefusal({ ...open, candidates: absent })).toBeNull();
    expect(missingVotes([...present(2), ...absent])).toBe(1);
  });

  it("is locked by the third signature only", () => {
    expect([0, 1, 2, 3].map(stateAfterSignature)).toEqual(["closed", "closed", "closed", "locked"]);
  });
});

describe("the content of a protocol", () => {
  it("is one text whatever the order of its keys", () => {
    const content = { version: 1, place: "Děčín", parts: ["oral"], run: { name: "B", town: "A" } };
    const turned = { run: { town: "A", name: "B" }, parts: ["oral"], place: "Děčín", version: 1 };
    const text = (value: object) => protocolText(value as ProtocolContent);
    expect(text(content)).toBe(text(turned));
    expect(text(content)).toBe(
      '{"parts":["oral"],"place":"Děčín","run":{"name":"B","town":"A"},"version":1}',
    );
    expect(text({ ...content, place: "Most" })).not.toBe(text(content));
  });
});
