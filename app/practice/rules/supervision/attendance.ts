/** How somebody's invitation to a session ended. */
export const presenceStates = ["present", "absent", "excused"] as const;
export type PresenceState = (typeof presenceStates)[number];

/** One person of an attendance form. */
export interface Presence {
  state: PresenceState;
  /** Minutes somebody was there; 0 unless present. */
  minutes: number;
  /** Why somebody excused did not come. */
  reason: string | null;
}

export type PresenceRefusalCode = "tooLong" | "noMinutes";

/** Why minutes cannot be right, or null: nobody is there for longer than the session, nobody present for none. */
export function presenceRefusal(
  { state, minutes }: Presence,
  sessionMinutes: number,
): PresenceRefusalCode | null {
  if (state !== "present") return null;
  if (minutes > sessionMinutes) return "tooLong";
  return minutes < 1 ? "noMinutes" : null;
}

/** Whether a row says something else than before. */
export function presenceChanged(before: Presence | null, after: Presence): boolean {
  if (!before) return true;
  return (
    before.state !== after.state ||
    before.minutes !== after.minutes ||
    (after.state === "excused" && before.reason !== after.reason)
  );
}
