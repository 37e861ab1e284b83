import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/days";
import { Office, officeDay } from "../../support/way/office";
import {
  admitted,
  approvedMinutes,
  emptyPaper,
  examParts,
  fits,
  graduated,
  mayBeCertified,
  resitParts,
  type Paper,
  type PaperEntry,
  type WayPart,
} from "../../support/way/paper";

/** Ten thousand ways through practice, supervision, the exam and certificates, by the rules alone. */

type Votes = [boolean, boolean, boolean];

abstract class RuleStep implements fc.Command<Paper, Office> {
  check = () => true;
  abstract toString(): string;
  protected abstract walk(paper: Paper, office: Office): void;
  run(paper: Paper, office: Office): void {
    this.walk(paper, office);
    checkOffice(paper, office);
  }
}

function checkOffice(paper: Paper, office: Office): void {
  const { entries, certificates, numbers } = office;
  assert.equal(office.sums.practiceMinutes, approvedMinutes(paper), "credited minutes are approved minutes");
  const taken = new Set<string>();
  for (const { day, startMinute, endMinute, state } of entries) {
    if (state === "withdrawn" || state === "reversed") continue;
    for (let minute = startMinute; minute < endMinute; minute += 15) {
      assert.ok(!taken.has(`${day} ${minute}`), "no two entries at one time");
      taken.add(`${day} ${minute}`);
    }
  }
  assert.deepEqual(
    entries.map(({ state }) => state),
    paper.entries.map(({ state }) => state),
  );
  assert.deepEqual(
    office.states(),
    paper.certificates.map(({ state }) => state),
    "no certificate without its conditions, a revoked one never valid",
  );
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => `2026/${String(index + 1).padStart(4, "0")}`),
    "numbers without gaps",
  );
  if (certificates.length > 0) {
    const valid = paper.certificates.some(({ state }) => state === "valid");
    assert.equal(office.standing() === "ended", !valid, "without a valid certificate nobody is a mentor");
  }
}

class Log extends RuleStep {
  constructor(
    readonly daysAgo: number,
    readonly from: number,
    readonly minutes: number,
  ) {
    super();
  }
  walk(paper: Paper, office: Office) {
    const day = addDays(officeDay, -this.daysAgo);
    const [from, to] = [this.from, this.from + this.minutes];
    const id = String(paper.entries.length);
    const expected = !graduated(paper) && fits(paper, day, from, to);
    assert.equal(office.log(id, day, from, to), expected);
    if (expected) paper.entries.push({ id, day, from, to, state: "submitted", version: 1 });
  }
  toString = () => `log(${this.daysAgo}, ${this.from}, ${this.minutes})`;
}

abstract class OfEntry extends RuleStep {
  constructor(readonly which: number) {
    super();
  }
  override check = (paper?: Readonly<Paper>) => (paper?.entries.length ?? 0) > 0;
  protected entryOf = ({ entries }: Paper): PaperEntry => entries[this.which % entries.length]!;
}

const reached = {
  approve: "approved",
  return: "returned",
  withdraw: "withdrawn",
  reverse: "reversed",
} as const;

class Decide extends OfEntry {
  constructor(
    which: number,
    readonly step: keyof typeof reached,
  ) {
    super(which);
  }
  walk(paper: Paper, office: Office) {
    const entry = this.entryOf(paper);
    const waits = entry.state === "submitted";
    const expected = {
      approve: waits,
      return: waits,
      withdraw: waits || entry.state === "returned",
      reverse: entry.state === "approved" && !graduated(paper),
    }[this.step];
    assert.equal(office.step(entry.id, this.step), expected);
    if (expected) entry.state = reached[this.step];
  }
  toString = () => `${this.step}(${this.which})`;
}

class Correct extends OfEntry {
  constructor(
    which: number,
    readonly from: number,
    readonly minutes: number,
  ) {
    super(which);
  }
  walk(paper: Paper, office: Office) {
    const entry = this.entryOf(paper);
    const [from, to] = [this.from, this.from + this.minutes];
    const open = entry.state === "submitted" || entry.state === "returned";
    const expected = open && !graduated(paper) && fits(paper, entry.day, from, to, entry);
    assert.equal(office.correct(entry.id, from, to), expected);
    if (expected) Object.assign(entry, { from, to, state: "submitted" });
  }
  toString = () => `correct(${this.which}, ${this.from}, ${this.minutes})`;
}

class Supervise extends RuleStep {
  constructor(readonly daysAgo: number) {
    super();
  }
  walk(paper: Paper, office: Office) {
    const day = addDays(officeDay, -this.daysAgo);
    office.supervise(day);
    paper.supervised.push(day);
  }
  toString = () => `supervise(${this.daysAgo})`;
}

class Examine extends RuleStep {
  constructor(
    readonly kind: "regular" | "resit",
    readonly votes: Record<WayPart, Votes>,
    readonly later: number,
  ) {
    super();
  }
  walk(paper: Paper, office: Office) {
    paper.today += this.later;
    const resits = resitParts(paper, paper.today);
    const allowed = this.kind === "regular" ? paper.attempts.length === 0 : resits.length > 0;
    // A resit on the day of the first attempt is no resit.
    const onceMore = this.kind === "regular" || paper.attempts.every(({ onDay }) => onDay < paper.today);
    const expected = allowed && onceMore && admitted(paper) && !graduated(paper);
    assert.equal(office.examine(this.kind, examParts, this.votes, this.later), expected);
    if (!expected) return;
    for (const part of this.kind === "regular" ? examParts : resits) {
      const passed = this.votes[part].filter(Boolean).length >= 2;
      paper.attempts.push({ part, onDay: paper.today, passed });
    }
  }
  toString = () => `examine(${this.kind}, ${JSON.stringify(this.votes)}, ${this.later})`;
}

class Certify extends RuleStep {
  walk(paper: Paper, office: Office) {
    const expected = mayBeCertified(paper);
    assert.equal(office.certify(), expected);
    if (expected) paper.certificates.push({ id: String(paper.certificates.length), state: "valid" });
  }
  toString = () => "certify";
}

class Revoke extends RuleStep {
  override check = (paper?: Readonly<Paper>) => (paper?.certificates.length ?? 0) > 0;
  walk(paper: Paper, office: Office) {
    const newest = paper.certificates.at(-1)!;
    office.revoke();
    if (newest.state === "valid") newest.state = "revoked";
  }
  toString = () => "revoke";
}

class Reissue extends RuleStep {
  constructor(readonly reason: "nameChange" | "revokedByMistake") {
    super();
  }
  override check = (paper?: Readonly<Paper>) => (paper?.certificates.length ?? 0) > 0;
  walk(paper: Paper, office: Office) {
    const newest = paper.certificates.at(-1)!;
    const expected = (this.reason === "revokedByMistake") === (newest.state === "revoked");
    assert.equal(office.reissue(this.reason), expected);
    if (!expected) return;
    newest.state = "replaced";
    paper.certificates.push({ id: String(paper.certificates.length), state: "valid" });
  }
  toString = () => `reissue(${this.reason})`;
}

const which = fc.nat(5);
const from = fc.constantFrom(480, 510, 540, 600, 660, 720, 780);
const minutes = fc.constantFrom(30, 60, 90, 120, 240);
const daysAgo = fc.constantFrom(1, 2, 15, 16);
const votes = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Votes>([true, true, true]) },
  { weight: 1, arbitrary: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()) },
);
const step = fc.constantFrom("approve", "approve", "approve", "return", "withdraw", "reverse");

const anySteps = [
  fc.tuple(daysAgo, from, minutes).map((values) => new Log(...values)),
  fc.tuple(daysAgo, from, fc.constant(240)).map((values) => new Log(...values)),
  fc.tuple(which, step).map((values) => new Decide(...values)),
  fc.tuple(which, fc.constant("approve" as const)).map((values) => new Decide(...values)),
  fc.tuple(which, from, minutes).map((values) => new Correct(...values)),
  daysAgo.map((days) => new Supervise(days)),
  fc
    .tuple(
      fc.constantFrom("regular", "resit"),
      fc.record({ written: votes, oral: votes }),
      fc.constantFrom(0, 1, 12, 31),
    )
    .map((values) => new Examine(...values)),
  fc.constant(new Certify()),
  fc.constant(new Revoke()),
  fc.constantFrom("nameChange" as const, "revokedByMistake" as const).map((reason) => new Reissue(reason)),
];

describe("the rules together", () => {
  it("break nothing in ten thousand sequences", { timeout: 180_000 }, () => {
    let certified = 0;
    let revoked = 0;
    fc.assert(
      fc.property(fc.commands(anySteps, { maxCommands: 60, size: "+1" }), (commands) => {
        const paper = emptyPaper();
        fc.modelRun(() => ({ model: paper, real: new Office() }), commands);
        if (paper.certificates.length > 0) certified += 1;
        if (paper.certificates.some(({ state }) => state !== "valid")) revoked += 1;
      }),
      { numRuns: 10_000 },
    );
    // Sequences that never reach a certificate would prove little about it.
    expect(certified).toBeGreaterThan(100);
    expect(revoked).toBeGreaterThan(10);
  });
});
