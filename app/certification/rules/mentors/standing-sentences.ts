import type { MentorStanding } from "./standing";

/** A text of the catalogue with the days it speaks of, `YYYY-MM-DD`; whoever shows it writes them out. */
export interface StandingSentence {
  key: string;
  days: Record<string, string>;
}

/** Why a standing is what it is, until when, and what to do about it; one sentence or two each. */
export interface StandingExplanation {
  why: StandingSentence;
  until: StandingSentence;
  todo: StandingSentence;
}

/**
 * Says a standing in sentences.
 * @param voice `own`: to the mentor; `about`: to the coordinator
 */
export function explainStanding(standing: MentorStanding, voice: "own" | "about"): StandingExplanation {
  const { state, cause, since, dueOn, lapsesAfter, exemptTo } = standing;
  const known = { since, due: dueOn, lapses: lapsesAfter, exempt: exemptTo };
  const days = Object.fromEntries(
    Object.entries(known).flatMap(([name, day]) => (day === null ? [] : [[name, day]])),
  );
  const say = (key: string): StandingSentence => ({ key: `mentors:explain.${key}`, days });
  const byCause = state === "suspended" || state === "ended" ? `${state}.${cause}` : state;
  return {
    why: say(`why.${state}.${cause}`),
    until: say(`until.${exemptTo !== null && state === "active" ? "exempt" : byCause}`),
    todo: say(`todo.${voice}.${byCause}`),
  };
}
