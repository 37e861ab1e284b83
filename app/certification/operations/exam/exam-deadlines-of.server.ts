import type { ExamPart } from "../../codes";
import { excuseUntil, resitUntil, substituteUntil } from "../../rules/exam/deadlines";
import type { ExamPerson } from "./exam-people.server";
import { isCzechHoliday } from "./holidays.server";

/** Days that run for somebody: all `YYYY-MM-DD`, null where nothing runs. */
export interface ExamDeadlines {
  /** Parts that can be taken once more, and the last day of each. */
  resits: { part: ExamPart; until: string }[];
  excuseUntil: string | null;
  substituteUntil: string | null;
}

/** What somebody can still do after an exam they failed or missed. */
export function deadlinesOf({ results, missed, settings }: ExamPerson): ExamDeadlines {
  const failedOnce = settings.examParts.filter((part) => {
    const attempts = results.filter((result) => result.part === part);
    return attempts.length === 1 && !attempts[0]!.passed;
  });
  return {
    resits: failedOnce.map((part) => ({
      part,
      until: resitUntil(results.find((result) => result.part === part)!.heldOn, settings),
    })),
    excuseUntil:
      missed && missed.excuseAccepted === null ? excuseUntil(missed.day, settings, isCzechHoliday) : null,
    substituteUntil: missed?.excuseAccepted ? substituteUntil(missed.day, settings) : null,
  };
}
