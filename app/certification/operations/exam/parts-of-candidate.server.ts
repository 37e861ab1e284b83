import type { ExamPart } from "../../codes";
import { candidacy, type Candidacy } from "../../rules/exam/candidacy";
import { plannedExam, type ExamCandidateRow, type ExamDayRow } from "./exam-day-row.server";
import { candidacyFacts, type ExamPerson } from "./exam-people.server";

/**
 * In what somebody of a planned or open day is examined. Who was let in stays in: a later correction of hours
 * does not send anybody away in the middle of the exam. Of a closed day the protocol says it.
 */
export function candidacyOnDay(day: ExamDayRow, candidate: ExamCandidateRow, person: ExamPerson): Candidacy {
  const inside = candidate.state === "present" ? { active: true, admitted: true } : {};
  return candidacy({ ...candidacyFacts(person, day.id), ...inside }, plannedExam(day), person.settings);
}

/** The parts alone. */
export function partsOnDay(day: ExamDayRow, candidate: ExamCandidateRow, person: ExamPerson): ExamPart[] {
  return candidacyOnDay(day, candidate, person).parts;
}
