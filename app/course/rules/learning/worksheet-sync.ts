/**
 * How a worksheet's answer travels from the field to the portal. A state machine without clock or network:
 * what was typed stays in `text` (and in the device's memory, see `draftOf`) until the portal has confirmed
 * it, and a text from another device is never overwritten without being shown.
 */

/** Most characters one answer may have. */
export const longestAnswer = 20_000;

/** An answer as the portal holds it; version 0 is none yet. */
export interface StoredAnswer {
  text: string;
  version: number;
}

export type SyncStatus = "saved" | "waiting" | "sending" | "offline" | "signedOut" | "refused" | "conflict";

export interface SyncState {
  status: SyncStatus;
  /** What stands in the field. */
  text: string;
  /** Version the text was written upon; -1 when written offline without knowing any. */
  base: number;
  /** The text on its way. */
  sending: string | null;
  /** Texts sent without an answer: the portal may have taken them. */
  unconfirmed: readonly string[];
  /** What the portal holds from elsewhere, while both are shown. */
  other: StoredAnswer | null;
}

/** What a device remembers of a text that is not confirmed. */
export interface Draft {
  text: string;
  base: number;
  unconfirmed: readonly string[];
}

export type SyncEvent =
  | { kind: "typed"; text: string }
  | { kind: "send" }
  | { kind: "confirmed"; version: number }
  | { kind: "conflict"; current: StoredAnswer }
  | { kind: "failed"; because: "offline" | "signedOut" | "refused" }
  | { kind: "chosen"; text: string };

/** How many unanswered sendings are remembered. */
const rememberedSendings = 8;

/** Where a field starts: from the portal's answer and what the device still remembers. */
export function startSync(stored: StoredAnswer, draft: Draft | null): SyncState {
  const saved: SyncState = {
    status: "saved",
    text: stored.text,
    base: stored.version,
    sending: null,
    unconfirmed: [],
    other: null,
  };
  if (!draft || draft.text === stored.text) return saved;
  return { ...saved, ...draft, status: "waiting" };
}

/** The next state; an event that makes no sense in a state changes nothing. */
export function nextSync(state: SyncState, event: SyncEvent): SyncState {
  switch (event.kind) {
    case "typed":
      if (event.text === state.text) return state;
      return { ...state, text: event.text, status: state.status === "conflict" ? "conflict" : "waiting" };
    case "send":
      if (state.sending !== null || state.status === "saved" || state.status === "conflict") return state;
      return { ...state, status: "sending", sending: state.text };
    case "confirmed":
      if (state.sending === null) return state;
      return settle({ ...state, base: event.version, unconfirmed: [] }, state.sending);
    case "conflict":
      return state.sending === null ? state : meet(state, event.current);
    case "failed":
      if (state.sending === null) return state;
      return {
        ...state,
        status: event.because,
        sending: null,
        unconfirmed:
          event.because === "offline"
            ? [...state.unconfirmed, state.sending].slice(-rememberedSendings)
            : state.unconfirmed,
      };
    case "chosen":
      if (state.status !== "conflict" || !state.other) return state;
      return settle({ ...state, text: event.text, base: state.other.version, other: null }, state.other.text);
  }
}

/** What the device must remember; null when the portal has it all. */
export function draftOf({ status, text, base, unconfirmed, sending }: SyncState): Draft | null {
  if (status === "saved") return null;
  return { text, base, unconfirmed: sending === null ? unconfirmed : [...unconfirmed, sending] };
}

/** Both texts in one, mine first; nothing is said twice. */
export function joinAnswers(mine: string, other: string): string {
  if (mine.includes(other)) return mine;
  if (other.includes(mine)) return other;
  return `${mine.trimEnd()}\n\n${other.trimStart()}`;
}

/** After the portal is known to hold `held` at `base`. */
function settle(state: SyncState, held: string): SyncState {
  return { ...state, status: state.text === held ? "saved" : "waiting", sending: null };
}

function meet(state: SyncState, current: StoredAnswer): SyncState {
  const ours = current.text === state.text || state.unconfirmed.includes(current.text);
  // Nothing of somebody's is lost by writing over an empty answer or over our own earlier one.
  if (ours || current.text.trim() === "") {
    return settle({ ...state, base: current.version, unconfirmed: [] }, current.text);
  }
  return { ...state, status: "conflict", sending: null, other: current };
}
