import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { practiceStates } from "~/practice/codes";
import { stateAfter, type EntryStep } from "~/practice/rules/entry-states";
import {
  presenceRefusal,
  presenceState,
  submittedVersion,
  type PresenceWord,
} from "~/practice/rules/presence";

const word = (entryVersion: number, present: boolean, at = "2026-06-10T10:00:00.000Z"): PresenceWord => ({
  entryVersion,
  present,
  at,
});

describe("a guide's word", () => {
  it.each([
    ["nobody said anything", [], 1, "none"],
    ["confirmed", [word(1, true)], 1, "confirmed"],
    ["said not there", [word(1, false)], 1, "denied"],
    ["said about an earlier writing only", [word(1, true)], 2, "outdated"],
    ["the last word counts", [word(1, true, "2026-06-11"), word(1, false, "2026-06-10")], 1, "confirmed"],
    [
      "the last word counts, taken back",
      [word(1, true, "2026-06-10"), word(1, false, "2026-06-11")],
      1,
      "denied",
    ],
  ])("%s", (_case, words, version, expected) => {
    expect(presenceState(words, version)).toBe(expected);
  });

  it.each([
    ["required", "none", "unconfirmed"],
    ["required", "outdated", "unconfirmed"],
    ["required", "denied", "denied"],
    ["required", "confirmed", null],
    ["optional", "none", null],
    ["optional", "outdated", null],
    ["optional", "denied", null],
    ["optional", "confirmed", null],
  ] as const)("%s and %s", (setting, state, expected) => {
    expect(presenceRefusal(setting, state)).toBe(expected);
  });

  it("belongs to what was submitted last, whatever was decided since", () => {
    const steps: EntryStep[] = ["resubmit", "withdraw", "approve", "return", "reverse"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (tried) => {
        let [state, version, submitted] = [practiceStates[0] as (typeof practiceStates)[number], 1, 1];
        let before = state;
        for (const step of tried) {
          const next = stateAfter(state, step);
          if (!next) continue;
          [before, state] = [state, next];
          version += 1;
          if (next === "submitted") submitted = version;
        }
        // A withdrawn entry is confirmed by nobody; from a returned one it is two steps back.
        if (state === "withdrawn" && before === "returned") return;
        expect(submittedVersion(version, state)).toBe(submitted);
      }),
    );
  });
});
