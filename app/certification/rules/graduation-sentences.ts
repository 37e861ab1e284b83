import type { Graduation, Requirement } from "./graduation";

/** One sentence about one condition of graduation; hours where minutes are counted. */
export interface GraduationSentence {
  key: `exam:explain.${string}`;
  met: boolean;
  values: { done: number; required: number; missing: number };
}

/**
 * The whole of a graduation, a sentence for each condition in the order of the way through the course, the met
 * ones too. The same evaluation is what the trainee, the trainer, the commission and the run's export see.
 */
export function graduationSentences({ requirements }: Graduation): GraduationSentence[] {
  return requirements.map(({ code, met, done, required, missing, unit, hour = 60 }: Requirement) => {
    const inUnit = (value: number) => (unit === "minutes" ? value / hour : value);
    return {
      key: `exam:explain.${code}.${required === 0 ? "none" : met ? "met" : "unmet"}`,
      met,
      values: { done: inUnit(done), required: inUnit(required), missing: inUnit(missing) },
    };
  });
}
