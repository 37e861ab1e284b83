import type { PracticeState } from "../codes";

/** What the guide said about an entry, and whether it may be approved with that. */

/** One word of a guide about one version of an entry. */
export interface PresenceWord {
  entryVersion: number;
  present: boolean;
  /** ISO instant. */
  at: string;
}

/** `outdated`: the guide confirmed an earlier writing, which was corrected since. */
export type PresenceState = "none" | "confirmed" | "denied" | "outdated";

/**
 * What counts now: the guide's last word about the version at hand.
 * @param version version of what was submitted last
 */
export function presenceState(words: readonly PresenceWord[], version: number): PresenceState {
  const about = words.filter(({ entryVersion }) => entryVersion === version);
  const last = about.reduce<PresenceWord | null>(
    (latest, word) => (latest === null || word.at >= latest.at ? word : latest),
    null,
  );
  if (last) return last.present ? "confirmed" : "denied";
  return words.length > 0 ? "outdated" : "none";
}

/** Steps since the last submission, by where the entry stands: each step is one version. */
const stepsSince: Record<PracticeState, number> = {
  submitted: 0,
  returned: 1,
  approved: 1,
  withdrawn: 1,
  reversed: 2,
};

/** The version an entry had when it was last submitted: what was decided since did not change what is written. */
export function submittedVersion(version: number, state: PracticeState): number {
  return version - stepsSince[state];
}

/** Why an entry is not approved without more: nobody confirmed it, or the guide says the trainee was not there. */
export type PresenceRefusal = "unconfirmed" | "denied";

/** What stands in the way of approving, by the setting of the run; null when nothing does. */
export function presenceRefusal(
  setting: "required" | "optional",
  state: PresenceState,
): PresenceRefusal | null {
  if (setting === "optional" || state === "confirmed") return null;
  return state === "denied" ? "denied" : "unconfirmed";
}
