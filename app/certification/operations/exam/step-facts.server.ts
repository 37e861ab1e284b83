import { dateToDay } from "~/platform/days";
import type { ExamPart } from "../../codes";
import type { ExamDayFacts } from "../../rules/exam/exam-day-steps";
import type { ExamDayRow } from "./exam-day-row.server";

/** A day as the rules of its steps see it. @param parts what each candidate is examined in, by candidate id */
export function stepFacts(day: ExamDayRow, parts: ReadonlyMap<string, readonly ExamPart[]>): ExamDayFacts {
  return {
    state: day.state,
    heldOn: dateToDay(day.heldOn),
    members: day.members.map(({ declarationVersion, signedAt }) => ({
      declaredVersion: declarationVersion,
      signed: signedAt !== null,
    })),
    candidates: day.candidates.map(({ id, state, votes }) => ({
      state,
      parts: (parts.get(id) ?? []).map((part) => ({
        part,
        votes: votes.filter((vote) => vote.part === part).length,
      })),
    })),
  };
}
