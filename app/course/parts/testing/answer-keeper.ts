/** How keeping goes: nothing to keep yet, on its way, kept, no connection, refused. */
export type KeepingState = "idle" | "saving" | "saved" | "waiting" | "refused";

interface Where {
  attemptId: string;
  testKey: string;
  address: string;
}

const restMs = 800;
const longestWaitMs = 60_000;

/**
 * Sends what was answered, question by question, soon after it was answered. Without a connection it stays in this
 * browser and is tried again, also after the page was closed; a refused answer is left for the form to tell of.
 */
export class AnswerKeeper {
  /** Fields not kept yet, by name. */
  private readonly waiting = new Map<string, string[]>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private sending = false;
  private readonly shelf: string;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly where: Where,
    private readonly tell: (state: KeepingState) => void,
  ) {
    this.shelf = `test:${where.attemptId}`;
    form.addEventListener("input", this.noted);
    form.addEventListener("submit", this.submitted);
    window.addEventListener("online", this.now);
    document.addEventListener("visibilitychange", this.hidden);
    this.takeFromShelf();
  }

  end(): void {
    clearTimeout(this.timer);
    this.form.removeEventListener("input", this.noted);
    this.form.removeEventListener("submit", this.submitted);
    window.removeEventListener("online", this.now);
    document.removeEventListener("visibilitychange", this.hidden);
    if (this.waiting.size > 0) void this.send();
  }

  private readonly noted = ({ target }: Event) => {
    const name = (target as { name?: unknown } | null)?.name;
    if (typeof name !== "string" || !name.startsWith("q-")) return;
    // All parts of one question travel together: half an order would be kept as none.
    const question = name.split("_", 1)[0]!;
    const sent = new FormData(this.form);
    const names = [...this.form.elements].flatMap((element) => element.getAttribute("name") ?? []);
    for (const one of new Set(names)) {
      if (one.split("_", 1)[0] === question) this.waiting.set(one, sent.getAll(one).map(String));
    }
    this.putOnShelf();
    this.later(restMs);
  };

  private readonly now = () => this.later(0);

  private readonly hidden = () => {
    if (document.visibilityState === "hidden") void this.send();
  };

  /** The form itself takes the answers along now. */
  private readonly submitted = () => {
    clearTimeout(this.timer);
  };

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    if (this.sending || this.waiting.size === 0) return;
    this.sending = true;
    this.tell("saving");
    const batch = new Map(this.waiting);
    const body = new URLSearchParams({ test: this.where.testKey });
    for (const [name, values] of batch) {
      for (const value of values.length > 0 ? values : [""]) body.append(name, value);
    }
    const status = await fetch(this.where.address, { method: "POST", body, keepalive: true }).then(
      (answer) => answer.status,
      () => 0,
    );
    this.sending = false;
    this.settle(status, batch);
  }

  private settle(status: number, batch: ReadonlyMap<string, string[]>): void {
    if (status === 0 || status === 429 || status >= 500) {
      this.failures += 1;
      this.tell("waiting");
      this.later(Math.min(longestWaitMs, 1_000 * 2 ** this.failures));
      return;
    }
    this.failures = 0;
    // What was changed again meanwhile still has to go.
    for (const [name, values] of batch) if (this.waiting.get(name) === values) this.waiting.delete(name);
    this.putOnShelf();
    this.tell(status < 300 ? "saved" : "refused");
    if (this.waiting.size > 0) this.later(restMs);
  }

  private putOnShelf(): void {
    try {
      if (this.waiting.size === 0) localStorage.removeItem(this.shelf);
      else localStorage.setItem(this.shelf, JSON.stringify([...this.waiting]));
    } catch {
      // A browser that keeps nothing still sends.
    }
  }

  /** Answers that were left behind when the connection was lost go back into the form, and on their way. */
  private takeFromShelf(): void {
    for (const [name, values] of this.onShelf()) {
      const fields = this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
        `[name="${CSS.escape(name)}"]`,
      );
      if (fields.length === 0) continue;
      for (const field of fields) putInto(field, values);
      this.waiting.set(name, values);
    }
    if (this.waiting.size > 0) this.later(0);
  }

  private onShelf(): [string, string[]][] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.shelf) ?? "[]");
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  }
}

function putInto(field: HTMLInputElement | HTMLSelectElement, values: readonly string[]): void {
  const ticks = field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type);
  if (ticks) field.checked = values.includes(field.value);
  else field.value = values[0] ?? "";
}

function isEntry(entry: unknown): entry is [string, string[]] {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === "string" &&
    Array.isArray(entry[1]) &&
    entry[1].every((value) => typeof value === "string")
  );
}
