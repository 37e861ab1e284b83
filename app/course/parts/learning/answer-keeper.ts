import {
  draftOf,
  nextSync,
  startSync,
  type Draft,
  type StoredAnswer,
  type SyncEvent,
  type SyncState,
} from "../../rules/learning/worksheet-sync";

/** Where answers go and under what name the device remembers them. */
export interface AnswerPlace {
  /** Address that saves one answer. */
  address: string;
  /** Whose device memory it is. */
  deviceKey: string;
  lessonId: string;
  worksheetId: string;
  /** Kind of text, where it is no worksheet; one in `~/platform/device-memory` goes away at a sign-out. */
  memory?: string;
}

/** What the portal answered, as far as the page needs it. */
export type SaveReply =
  | { kind: "saved"; version: number }
  | { kind: "conflict"; current: StoredAnswer }
  | { kind: "signedOut" }
  | { kind: "refused"; reason: string; values: Record<string, string | number> };

export interface KeeperView extends SyncState {
  /** Why the portal refused the text, as a catalogue key. */
  refusal: { key: string; values: Record<string, string | number> } | null;
  /** False when the device could not remember the text: a full or closed memory. */
  remembered: boolean;
}

const typingPauseMs = 1_000;
const retryMs = [5_000, 10_000, 20_000, 40_000, 60_000];

/** Name under which an unsent answer waits in the device's memory; the offline page uses the same. */
export function draftKey({
  deviceKey,
  lessonId,
  worksheetId,
  memory = "sesit",
}: Omit<AnswerPlace, "address">): string {
  return `${memory}:${deviceKey}:${lessonId}:${worksheetId}`;
}

/**
 * Keeps one answer: remembers every keystroke on the device, sends it after a pause, tries again until the
 * portal has confirmed it.
 */
export class AnswerKeeper {
  private view: KeeperView;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private forgotten = false;

  constructor(
    private readonly place: AnswerPlace,
    stored: StoredAnswer,
    private readonly show: (text: string) => void,
  ) {
    this.view = { ...startSync(stored, readDraft(place)), refusal: null, remembered: true };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): KeeperView => this.view;

  /** Begins sending what waits, and listens to the connection. @returns how to end it */
  start(): () => void {
    const sendNow = () => void this.send();
    const onHide = () => {
      if (document.visibilityState === "hidden") void this.send(true);
    };
    window.addEventListener("online", sendNow);
    document.addEventListener("visibilitychange", onHide);
    this.remember();
    if (this.view.status === "waiting") this.later(0);
    return () => {
      window.removeEventListener("online", sendNow);
      document.removeEventListener("visibilitychange", onHide);
      clearTimeout(this.timer);
      void this.send(true);
    };
  }

  /** Remembers nothing any more: the text was sent another way, or its writer signs out. */
  forget(): void {
    this.forgotten = true;
    clearTimeout(this.timer);
    writeDraft(this.place, null);
  }

  typed(text: string): void {
    this.step({ kind: "typed", text });
    if (this.view.status === "waiting") this.later(typingPauseMs);
  }

  /** Settles two texts by the one the writer wants to keep. */
  choose(text: string): void {
    this.step({ kind: "chosen", text });
    this.show(this.view.text);
    if (this.view.status === "waiting") this.later(0);
  }

  /** Sends what waits; `leaving` lets it go on after the page is gone. */
  async send(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.forgotten) return;
    const before = this.view;
    this.step({ kind: "send" });
    if (this.view === before || this.view.sending === null || before.sending !== null) return;
    const { sending, base } = this.view;
    const reply = await post(this.place, sending, base, leaving);
    if (reply === null) this.fail("offline");
    else if (reply.kind === "signedOut") this.fail("signedOut");
    else if (reply.kind === "refused") {
      this.view = { ...this.view, refusal: { key: reply.reason, values: reply.values } };
      this.step({ kind: "failed", because: "refused" });
    } else {
      this.failures = 0;
      this.step(
        reply.kind === "saved"
          ? { kind: "confirmed", version: reply.version }
          : { kind: "conflict", current: reply.current },
      );
      if (this.view.status === "waiting") this.later(typingPauseMs);
    }
  }

  private fail(because: "offline" | "signedOut"): void {
    this.step({ kind: "failed", because });
    this.later(retryMs[Math.min(this.failures, retryMs.length - 1)]!);
    this.failures += 1;
  }

  private later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }

  private step(event: SyncEvent): void {
    const next = nextSync(this.view, event);
    if (next === this.view) return;
    const refusal = next.status === "refused" ? this.view.refusal : null;
    this.view = { ...this.view, ...next, refusal };
    this.remember();
    for (const listener of this.listeners) listener();
  }

  private remember(): void {
    if (this.forgotten) return;
    const remembered = writeDraft(this.place, draftOf(this.view));
    if (remembered !== this.view.remembered) this.view = { ...this.view, remembered };
  }
}

async function post(
  { address, deviceKey, worksheetId }: AnswerPlace,
  text: string,
  base: number,
  leaving: boolean,
): Promise<SaveReply | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams({
        worksheet: worksheetId,
        text,
        version: String(base),
        owner: deviceKey,
      }),
      // A browser lets a page that is left send 64 kB; what is longer waits in the device's memory.
      keepalive: leaving && text.length < 10_000,
    });
    if (response.status === 401 || response.redirected) return { kind: "signedOut" };
    if (response.status >= 500 || response.status === 429) return null;
    const reply: unknown = await response.json().catch(() => null);
    if (isReply(reply)) return reply;
    const reason = response.status === 413 ? "errors:tooLarge" : "errors:invalid";
    return { kind: "refused", reason, values: {} };
  } catch {
    return null;
  }
}

function isReply(value: unknown): value is SaveReply {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return value.kind === "saved" || value.kind === "conflict" || value.kind === "refused";
}

function readDraft(place: AnswerPlace): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(draftKey(place)) ?? "null");
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { text, base, unconfirmed } = value as Partial<Record<keyof Draft, unknown>>;
  return typeof text === "string" && typeof base === "number" && Array.isArray(unconfirmed);
}

/** @returns false when the device refuses to remember */
function writeDraft(place: AnswerPlace, draft: Draft | null): boolean {
  try {
    if (draft) localStorage.setItem(draftKey(place), JSON.stringify(draft));
    else localStorage.removeItem(draftKey(place));
    return true;
  } catch {
    return draft === null;
  }
}
