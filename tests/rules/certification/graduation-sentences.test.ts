import { describe, expect, it } from "vitest";
import { evaluateGraduation } from "~/certification/rules/graduation";
import { graduationSentences } from "~/certification/rules/graduation-sentences";
import { programmeDefaults } from "~/course/rules/run-settings";
import cs from "~/i18n/cs/exam";
import en from "~/i18n/en/exam";

const settings = { ...programmeDefaults, examParts: ["written", "oral", "practical"] as const };

/** The text of a key in a catalogue. */
function textAt(catalogue: object, key: string): unknown {
  const path = key.replace("exam:", "").split(".");
  return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], catalogue);
}

describe("graduation sentence by sentence", () => {
  it("says each condition once, in the order of the course, met or not", () => {
    const graduation = evaluateGraduation(
      {
        theoryMinutes: 2700,
        practiceMinutes: 1410,
        pledgeSigned: true,
        supervision: { required: 2, kept: 1 },
        passedParts: ["written"],
      },
      settings,
    );
    expect(graduationSentences(graduation)).toEqual([
      { key: "exam:explain.theory.met", met: true, values: { done: 60, required: 60, missing: 0 } },
      { key: "exam:explain.pledge.met", met: true, values: { done: 1, required: 1, missing: 0 } },
      { key: "exam:explain.practice.unmet", met: false, values: { done: 23.5, required: 40, missing: 16.5 } },
      { key: "exam:explain.supervision.unmet", met: false, values: { done: 1, required: 2, missing: 1 } },
      { key: "exam:explain.exam.written.met", met: true, values: { done: 1, required: 1, missing: 0 } },
      { key: "exam:explain.exam.oral.unmet", met: false, values: { done: 0, required: 1, missing: 1 } },
      { key: "exam:explain.exam.practical.unmet", met: false, values: { done: 0, required: 1, missing: 1 } },
    ]);
  });

  it("has words for every condition in both languages, and is all met exactly when graduation is complete", () => {
    for (const met of [true, false]) {
      for (const required of [0, 3]) {
        const graduation = evaluateGraduation(
          {
            theoryMinutes: met ? 2700 : 0,
            practiceMinutes: met ? 2400 : 0,
            pledgeSigned: met,
            supervision: { required, kept: met ? required : 0 },
            passedParts: met ? settings.examParts : [],
          },
          settings,
        );
        const sentences = graduationSentences(graduation);
        expect(sentences.every((sentence) => sentence.met)).toBe(graduation.complete);
        for (const { key } of sentences) {
          expect(textAt(cs, key), key).toEqual(expect.any(String));
          expect(textAt(en, key), key).toEqual(expect.any(String));
        }
      }
    }
  });
});
