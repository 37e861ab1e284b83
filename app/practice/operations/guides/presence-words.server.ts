import { unsealNullable } from "~/platform/crypto/index.server";
import { presencePlace } from "../../places";
import type { PracticeState } from "../../codes";
import { presenceState, submittedVersion, type PresenceState } from "../../rules/presence";

/** What the guide says of an entry, as pages show it. */
export interface Presence {
  state: PresenceState;
  /** The word that counts, or the last one about an earlier writing; null when there is none. */
  last: { at: string; present: boolean; reason: string | null; mentorId: string } | null;
}

interface EntryWithWords {
  version: number;
  state: PracticeState;
  presences: readonly {
    id: string;
    entryVersion: number;
    mentorId: string;
    present: boolean;
    reasonSealed: string | null;
    confirmedAt: Date;
  }[];
}

/** Reads an entry's confirmations against what was submitted last. */
export function presenceOf({ version, state, presences }: EntryWithWords): Presence {
  const current = submittedVersion(version, state);
  const words = presences.map((row) => ({ ...row, at: row.confirmedAt.toISOString() }));
  const about = words.filter(({ entryVersion }) => entryVersion === current);
  const [last] = (about.length > 0 ? about : words).sort((a, b) => b.at.localeCompare(a.at));
  return {
    state: presenceState(words, current),
    last: last
      ? {
          at: last.at,
          present: last.present,
          reason: unsealNullable(last.reasonSealed, presencePlace(last.id)),
          mentorId: last.mentorId,
        }
      : null,
  };
}
