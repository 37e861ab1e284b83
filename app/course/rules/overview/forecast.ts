import type { RunState } from "../run-states";
import type { FlagCode } from "./flags";

/**
 * The forecast of graduates: four plain classes with the reason for each, and no percentages. With fifteen
 * people and no history behind them, a probability would be a precision nobody has.
 */
export const outlooks = ["certain", "likely", "atRisk", "lost"] as const;
export type Outlook = (typeof outlooks)[number];

/** Flags that put graduation at risk; the others are work to be done and endanger nobody by themselves. */
export const riskFlags = ["attendance", "testFailed", "inactive", "behind"] as const satisfies FlagCode[];

export interface OutlookFacts {
  runState: RunState;
  enrolment: "active" | "withdrawn" | "graduated" | "ended";
  /** Everything graduation asks for is done. */
  complete: boolean;
  flags: readonly { code: FlagCode }[];
}

/** certain: has graduated or has everything for it; lost: has left, or the run closed without it. */
export function outlookOf({ runState, enrolment, complete, flags }: OutlookFacts): Outlook {
  if (enrolment === "graduated") return "certain";
  if (enrolment !== "active") return "lost";
  if (complete) return "certain";
  if (runState === "closed") return "lost";
  const risks: readonly FlagCode[] = riskFlags;
  return flags.some(({ code }) => risks.includes(code)) ? "atRisk" : "likely";
}

export interface Forecast {
  counts: Record<Outlook, number>;
  goal: number;
  /** `early`: the run has not started; `closed` compares what is, not what may be. */
  verdict: "early" | "reached" | "expected" | "threatened" | "outOfReach" | "missed";
  /** Graduates the goal lacks when only the certain and the likely are counted. */
  missing: number;
}

/** Compares a run's people with its goal. */
export function forecastOf(people: readonly Outlook[], goal: number, runState: RunState): Forecast {
  const counts: Record<Outlook, number> = { certain: 0, likely: 0, atRisk: 0, lost: 0 };
  for (const outlook of people) counts[outlook] += 1;
  const { certain, likely, atRisk } = counts;
  const missing = Math.max(0, goal - certain - likely);
  return { counts, goal, missing, verdict: verdictOf() };

  function verdictOf(): Forecast["verdict"] {
    if (certain >= goal) return "reached";
    if (runState === "closed") return "missed";
    if (runState === "planned" || runState === "recruiting") return "early";
    if (missing === 0) return "expected";
    return certain + likely + atRisk >= goal ? "threatened" : "outOfReach";
  }
}
