import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { reissueCertificate } from "~/certification/operations/certificate/reissue-certificate.server";
import { issueCertificate } from "~/certification/operations/issue-certificate.server";
import { revokeCertificate } from "~/certification/operations/revoke-certificate.server";
import { addDays } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { correctEntry } from "~/practice/operations/correct-entry.server";
import { logEntry } from "~/practice/operations/log-entry.server";
import { reverseEntry } from "~/practice/operations/reverse-entry.server";
import { reviewEntry } from "~/practice/operations/review-entries.server";
import { recordSupervision } from "~/practice/operations/supervision/record-session.server";
import { withdrawEntry } from "~/practice/operations/withdraw-entry.server";
import type { MadeAccount } from "../factories/people";
import { entryInput, type MadeTrainee } from "../factories/practice";
import { checkInvariants } from "./invariants";
import {
  admitted,
  examParts,
  fits,
  graduated,
  mayBeCertified,
  resitParts,
  type Paper,
  type PaperEntry,
} from "./paper";
import { holdExam, type WayWorld } from "./world";

export interface Walk {
  world: WayWorld;
  walker: MadeTrainee;
  /** The walker's own supervisor, so that walks do not take time from each other. */
  supervisor: MadeAccount;
}

export type Step = fc.AsyncCommand<Paper, Walk>;

/** Practice is of days before this one; exams are held from it on. */
const firstDay = "2026-06-12";

/** Noon of the day the paper has come to; seconds grow, so that what comes later is later. */
let ticks = 0;
function clock({ today }: Paper): Date {
  ticks += 1;
  return new Date(Date.parse(`${addDays(firstDay, today)}T12:00:00Z`) + (ticks % 3_000_000));
}

/** Runs an operation and says whether it was taken; anything but a refusal with a reason is a failure. */
async function taken(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** A step as every one of them is: what happened agrees with the paper, and nothing is broken after it. */
abstract class WayStep implements Step {
  check = () => true;
  abstract toString(): string;
  protected abstract walk(paper: Paper, walk: Walk, now: Date): Promise<void>;
  async run(paper: Paper, walk: Walk): Promise<void> {
    await this.walk(paper, walk, clock(paper));
    await checkInvariants(paper, walk);
  }
}

class Log extends WayStep {
  constructor(
    readonly daysAgo: number,
    readonly from: number,
    readonly minutes: number,
  ) {
    super();
  }
  async walk(paper: Paper, { walker }: Walk, now: Date) {
    const day = addDays(firstDay, -this.daysAgo);
    const to = this.from + this.minutes;
    const expected = !graduated(paper) && fits(paper, day, this.from, to);
    const input = { ...entryInput({ day }), startMinute: this.from, endMinute: to };
    expect(await taken(logEntry(walker.actor, input, { now }))).toBe(expected);
    // The same form sent again writes nothing more, and is refused only when it was refused.
    expect(await taken(logEntry(walker.actor, input, { now }))).toBe(expected);
    if (expected)
      paper.entries.push({ id: input.id, day, from: this.from, to, state: "submitted", version: 1 });
  }
  toString = () => `log(${this.daysAgo} days ago, ${this.from}, ${this.minutes} min)`;
}

/** Steps about one of the entries there are. */
abstract class EntryStep extends WayStep {
  constructor(readonly which: number) {
    super();
  }
  override check = (paper?: Readonly<Paper>) => (paper?.entries.length ?? 0) > 0;
  protected entryOf = ({ entries }: Paper): PaperEntry => entries[this.which % entries.length]!;
}

class Judge extends EntryStep {
  constructor(
    which: number,
    readonly verdict: "approve" | "return",
    /** How many versions behind the reviewer's page is. */
    readonly behind: number,
  ) {
    super(which);
  }
  async walk(paper: Paper, { world, walker }: Walk, now: Date) {
    const entry = this.entryOf(paper);
    const seen = { id: entry.id, version: entry.version - this.behind };
    const verdict =
      this.verdict === "approve"
        ? ({ verdict: "approve" } as const)
        : ({ verdict: "return", reason: "Doplňte prosím." } as const);
    const wanted = this.verdict === "approve" ? "approved" : "returned";
    // The same decision sent twice is no refusal and no second decision.
    const again = entry.state === wanted && this.behind === 1;
    const changes = entry.state === "submitted" && this.behind === 0;
    expect(await taken(reviewEntry(world.trainer.actor, seen, verdict, { now }))).toBe(changes || again);
    // Nobody approves his own.
    expect(await taken(reviewEntry(walker.actor, seen, verdict, { now }))).toBe(false);
    if (changes) Object.assign(entry, { state: wanted, version: entry.version + 1 });
  }
  toString = () => `${this.verdict}(${this.which}, ${this.behind} behind)`;
}

class Correct extends EntryStep {
  constructor(
    which: number,
    readonly from: number,
    readonly minutes: number,
  ) {
    super(which);
  }
  async walk(paper: Paper, { walker }: Walk, now: Date) {
    const entry = this.entryOf(paper);
    const { id, day, version } = entry;
    const to = this.from + this.minutes;
    const content = { ...entryInput({ day }), id, version, startMinute: this.from, endMinute: to };
    const open = entry.state === "submitted" || entry.state === "returned";
    const same = entry.from === this.from && entry.to === to && entry.state === "submitted";
    const expected = open && !graduated(paper) && fits(paper, day, this.from, to, entry);
    const done = await taken(correctEntry(walker.actor, content, { now }));
    // Sending what stands there already changes nothing, whether it is taken for a repetition or a correction.
    if (same) return this.readVersion(entry);
    expect(done).toBe(expected);
    if (expected)
      Object.assign(entry, { from: this.from, to, state: "submitted", version: entry.version + 1 });
  }
  private async readVersion(entry: PaperEntry) {
    entry.version = (await db().practiceEntry.findUniqueOrThrow({ where: { id: entry.id } })).version;
  }
  toString = () => `correct(${this.which}, ${this.from}, ${this.minutes} min)`;
}

class Withdraw extends EntryStep {
  async walk(paper: Paper, { walker }: Walk, now: Date) {
    const entry = this.entryOf(paper);
    const open = entry.state === "submitted" || entry.state === "returned";
    const { id, version } = entry;
    expect(await taken(withdrawEntry(walker.actor, { id, version }, { now }))).toBe(
      open || entry.state === "withdrawn",
    );
    if (open) Object.assign(entry, { state: "withdrawn", version: version + 1 });
  }
  toString = () => `withdraw(${this.which})`;
}

class Reverse extends EntryStep {
  async walk(paper: Paper, { world }: Walk, now: Date) {
    const entry = this.entryOf(paper);
    const expected = entry.state === "approved" && !graduated(paper);
    const input = { id: entry.id, version: entry.version, reason: "Zapsáno omylem." };
    expect(await taken(reverseEntry(world.trainer.actor, input, { now }))).toBe(expected);
    if (expected) Object.assign(entry, { state: "reversed", version: entry.version + 1 });
  }
  toString = () => `reverse(${this.which})`;
}

class Supervise extends WayStep {
  constructor(readonly daysAgo: number) {
    super();
  }
  async walk(paper: Paper, { world, walker, supervisor }: Walk, now: Date) {
    const day = addDays(firstDay, -this.daysAgo);
    const session = {
      id: randomUUID(),
      runId: world.runId,
      day,
      startMinute: 19 * 60,
      minutes: 60,
      town: "Děčín",
      form: "individual" as const,
      traineeIds: [walker.enrolmentId],
      mentorIds: [],
      note: null,
    };
    // At one session of an evening only, and only while studying.
    const expected = !paper.supervised.includes(day) && !graduated(paper);
    expect(await taken(recordSupervision(supervisor.actor, session, { now }))).toBe(expected);
    if (expected) paper.supervised.push(day);
  }
  toString = () => `supervise(${this.daysAgo} days ago)`;
}

type Votes = [boolean, boolean, boolean];

class Examine extends WayStep {
  constructor(
    readonly kind: "regular" | "resit",
    readonly votes: Record<(typeof examParts)[number], Votes>,
    readonly daysLater: number,
  ) {
    super();
  }
  async walk(paper: Paper, { world, walker }: Walk) {
    paper.today += this.daysLater;
    const now = clock(paper);
    const resits = resitParts(paper, paper.today);
    const parts = this.kind === "resit" && resits.length > 0 ? resits : examParts;
    const untried = paper.attempts.length === 0;
    const allowed = this.kind === "regular" ? untried : resits.length > 0;
    const expected = allowed && admitted(paper) && !graduated(paper);
    const votes = parts.map((part) => ({ part, passed: this.votes[part] }));
    expect(await taken(holdExam(world, walker, { kind: this.kind, votes }, now))).toBe(expected);
    if (!expected) return;
    for (const { part, passed } of votes) {
      const majority = passed.filter(Boolean).length >= 2;
      paper.attempts.push({ part, onDay: paper.today, passed: majority });
    }
  }
  toString = () => `examine(${this.kind}, ${JSON.stringify(this.votes)}, ${this.daysLater} days later)`;
}

class Certify extends WayStep {
  async walk(paper: Paper, { world, walker }: Walk, now: Date) {
    const id = randomUUID();
    const input = { id, enrolmentId: walker.enrolmentId };
    const expected = mayBeCertified(paper);
    // Whoever has a valid certificate gets the same one again.
    const valid = paper.certificates.find(({ state }) => state === "valid");
    expect(await taken(issueCertificate(world.trainer.actor, input, { now }))).toBe(
      expected || valid !== undefined,
    );
    expect(await taken(issueCertificate(walker.actor, input, { now }))).toBe(false);
    if (expected) paper.certificates.push({ id, state: "valid" });
  }
  toString = () => "certify";
}

class Revoke extends WayStep {
  override check = (paper?: Readonly<Paper>) => (paper?.certificates.length ?? 0) > 0;
  async walk(paper: Paper, { world }: Walk, now: Date) {
    const newest = paper.certificates.at(-1)!;
    const { version } = await db().certificate.findUniqueOrThrow({ where: { id: newest.id } });
    const input = { id: newest.id, version, reason: "Porušený slib mlčenlivosti." };
    expect(await taken(revokeCertificate(world.trainer.actor, input, { now }))).toBe(false);
    expect(await taken(revokeCertificate(world.coordinator.actor, input, { now }))).toBe(true);
    if (newest.state === "valid") newest.state = "revoked";
  }
  toString = () => "revoke";
}

class Reissue extends WayStep {
  constructor(readonly reason: "nameChange" | "revokedByMistake") {
    super();
  }
  override check = (paper?: Readonly<Paper>) => (paper?.certificates.length ?? 0) > 0;
  async walk(paper: Paper, { world }: Walk, now: Date) {
    const newest = paper.certificates.at(-1)!;
    const { version } = await db().certificate.findUniqueOrThrow({ where: { id: newest.id } });
    const id = randomUUID();
    const input = { id, replaced: newest.id, version, reason: this.reason };
    const expected = (this.reason === "revokedByMistake") === (newest.state === "revoked");
    expect(await taken(reissueCertificate(world.coordinator.actor, input, { now }))).toBe(expected);
    if (!expected) return;
    newest.state = "replaced";
    paper.certificates.push({ id, state: "valid" });
  }
  toString = () => `reissue(${this.reason})`;
}

const which = fc.nat(5);
const hour = fc.constantFrom(480, 510, 540, 600, 660, 720, 780);
const length = fc.constantFrom(30, 60, 90, 120, 240);
const daysAgo = fc.constantFrom(1, 2, 15, 16);
const votes = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
const mostlyYes = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Votes>([true, true, true]) },
  { weight: 1, arbitrary: votes },
);

/** Steps by chance; those that lead on are more frequent, or nobody would ever be certified. */
export const anySteps = [
  fc.tuple(daysAgo, hour, length).map((values) => new Log(...values)),
  fc.tuple(daysAgo, hour, fc.constantFrom(120, 240)).map((values) => new Log(...values)),
  fc.tuple(which, fc.constant("approve" as const), fc.constantFrom(0, 0, 0, 1)).map((v) => new Judge(...v)),
  fc.tuple(which, fc.constant("approve" as const), fc.constant(0)).map((v) => new Judge(...v)),
  fc.tuple(which, fc.constant("return" as const), fc.constantFrom(0, 1)).map((v) => new Judge(...v)),
  fc.tuple(which, hour, length).map((values) => new Correct(...values)),
  which.map((index) => new Withdraw(index)),
  which.map((index) => new Reverse(index)),
  daysAgo.map((days) => new Supervise(days)),
  fc
    .tuple(
      fc.constantFrom("regular", "regular", "resit"),
      fc.record({ written: mostlyYes, oral: mostlyYes }),
      fc.constantFrom(0, 1, 12, 31),
    )
    .map((values) => new Examine(...values)),
  fc.constant(new Certify()),
  fc.constant(new Revoke()),
  fc.constantFrom("nameChange" as const, "revokedByMistake" as const).map((reason) => new Reissue(reason)),
];

/** The straight way to a certificate, so that what comes after it is tried often, too. */
export function straightWay(): Step[] {
  const yes: Votes = [true, true, true];
  return [
    new Log(2, 480, 240),
    new Judge(0, "approve", 0),
    new Supervise(1),
    new Examine("regular", { written: yes, oral: yes }, 0),
    new Certify(),
  ];
}
