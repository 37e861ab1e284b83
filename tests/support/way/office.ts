import { attemptRefusal, examPassedOn, passedParts } from "~/certification/rules/exam-results";
import { candidacy } from "~/certification/rules/exam/candidacy";
import { declarationVersion, type ExamDayState, type ExamKind } from "~/certification/rules/exam/codes";
import {
  canStep,
  closeRefusal,
  openRefusal,
  stateAfterSignature,
} from "~/certification/rules/exam/exam-day-steps";
import { resultOf } from "~/certification/rules/exam/majority";
import { certificateState } from "~/certification/rules/certificate/certificate-state";
import { isReissueReason, type ReissueReason } from "~/certification/rules/certificate/reissue";
import { examAdmission } from "~/certification/rules/exam-admission";
import type { ExamResultFact } from "~/certification/rules/exam-results";
import { evaluateGraduation } from "~/certification/rules/graduation";
import { mentorStanding } from "~/certification/rules/mentors/standing";
import { certificateNumber } from "~/certification/rules/numbering";
import { counterEntry, sumLedger, type LedgerLine } from "~/course/rules/ledger";
import { programmeDefaults } from "~/course/rules/run-settings";
import { addDays } from "~/platform/days";
import { judgeEntry, type KnownEntry } from "~/practice/rules/entry-limits";
import { stateAfter, type EntryStep } from "~/practice/rules/entry-states";
import { supervisionDuty } from "~/practice/rules/supervision/supervision-duty";
import { defaultProgrammeSettings } from "~/programme/index";
import { mostPerDay, practiceNeeded, type WayPart } from "./paper";

/** An office that keeps its books in memory and decides by the portal's rules alone: ten thousand walks a minute. */

export const officeDay = "2026-06-12";

interface IssuedCertificate {
  number: string;
  issuedOn: string;
  issuedAt: string;
  revokedOn: string | null;
  replacedBy: string | null;
  replaces: boolean;
}

const settings = {
  ...programmeDefaults,
  practiceMinutes: practiceNeeded,
  maxPracticeMinutesPerDay: mostPerDay,
};

const frame = {
  open: true,
  runStartsOn: "2026-03-01",
  runEndsOn: "2027-08-31",
  pledgeDay: "2026-05-01",
  gateDay: "2026-04-30",
  maxMinutesPerDay: mostPerDay,
};

export class Office {
  today = officeDay;
  entries: KnownEntry[] = [];
  credits: LedgerLine[] = [];
  supervisionDays: string[] = [];
  results: ExamResultFact[] = [];
  certificates: IssuedCertificate[] = [];
  /** Numbers given this year, to whomever. */
  numbers: string[] = [];
  private moments = 0;

  get studying(): boolean {
    return this.certificates.length === 0;
  }

  log(id: string, day: string, startMinute: number, endMinute: number): boolean {
    const times = { day, startMinute, endMinute };
    const verdict = judgeEntry(times, this.entries, { ...frame, open: this.studying }, this.now());
    if (!verdict.ok) return false;
    this.entries.push({ kind: "entry", id, ...times, minutes: verdict.minutes, state: "submitted" });
    return true;
  }

  correct(id: string, startMinute: number, endMinute: number): boolean {
    const entry = this.entry(id);
    const state = stateAfter(entry.state, "resubmit");
    if (!state) return false;
    const others = this.entries.filter((one) => one !== entry);
    const times = { day: entry.day, startMinute, endMinute };
    const verdict = judgeEntry(times, others, { ...frame, open: this.studying }, this.now());
    if (!verdict.ok) return false;
    Object.assign(entry, times, { minutes: verdict.minutes, state });
    return true;
  }

  step(id: string, step: Exclude<EntryStep, "resubmit">): boolean {
    const entry = this.entry(id);
    const state = stateAfter(entry.state, step);
    if (!state || (step === "reverse" && !this.studying)) return false;
    entry.state = state;
    const credit = { id, unit: "practice" as const, kind: "practice" as const, minutes: entry.minutes };
    if (state === "approved") this.credits.push(credit);
    if (state === "reversed") this.credits.push(counterEntry(credit));
    return true;
  }

  supervise(day: string): void {
    this.supervisionDays.push(day);
  }

  get sums() {
    return sumLedger([...this.credits, { unit: "theory", minutes: 2700 }]);
  }

  /** A whole exam day of one person; false as soon as a rule stops it. */
  examine(
    kind: ExamKind,
    asked: readonly WayPart[],
    ballots: Record<WayPart, boolean[]>,
    later: number,
  ): boolean {
    this.today = addDays(this.today, later);
    const wish = { kind, day: this.today, parts: asked };
    const facts = {
      active: this.studying,
      admitted: examAdmission(this.sums, settings).admitted,
      results: this.results,
      missed: null,
      onOtherDay: false,
    };
    const { parts, refusal } = candidacy(facts, wish, settings);
    if (refusal) return false;
    const members = [1, 2, 3].map(() => ({ declaredVersion: declarationVersion, signed: false }));
    const votes = (count: number) => parts.map((part) => ({ part, votes: count }));
    const day = (state: ExamDayState, count: number, here: "expected" | "present") => ({
      state,
      heldOn: this.today,
      members,
      candidates: [{ state: here, parts: votes(count) }],
    });
    if (openRefusal(day("planned", 0, "expected"), this.today)) return false;
    for (const early of [day("open", 3, "expected"), day("open", 2, "present")]) {
      if (!closeRefusal(early)) throw new Error("The day closed before everybody was let in and voted about");
    }
    if (closeRefusal(day("open", 3, "present")) || !canStep("closed", "sign")) return false;
    if (stateAfterSignature(2) === "locked") throw new Error("The protocol was locked by two signatures");
    for (const part of parts) {
      if (attemptRefusal(part, this.today, this.results, settings.resitWithinDays)) return false;
      const passed = resultOf(ballots[part as WayPart]);
      if (passed !== null) this.results.push({ part, heldOn: this.today, passed });
    }
    return true;
  }

  certify(): boolean {
    const practised = this.entries.filter(({ state }) => state === "approved").map(({ day }) => day);
    const { complete } = evaluateGraduation(
      {
        ...this.sums,
        pledgeSigned: true,
        supervision: supervisionDuty(practised, this.supervisionDays, settings.supervisionPerMonth),
        passedParts: passedParts(this.results),
      },
      settings,
    );
    if (!complete || !examPassedOn(this.results, settings.examParts) || !this.studying) return false;
    this.issue(false);
    return true;
  }

  revoke(): void {
    const newest = this.certificates.at(-1)!;
    newest.revokedOn ??= this.today;
  }

  reissue(reason: ReissueReason): boolean {
    const newest = this.certificates.at(-1)!;
    if (!isReissueReason(reason, { revoked: newest.revokedOn !== null })) return false;
    newest.replacedBy = this.issue(true);
    newest.revokedOn ??= this.today;
    return true;
  }

  states(): string[] {
    return this.certificates.map(certificateState);
  }

  /** The mentor's standing the day after: what becomes of somebody whose certificate fell. */
  standing(): string {
    return mentorStanding(
      {
        registeredOn: officeDay,
        certifiedOn: this.certificates[0]?.issuedOn ?? null,
        endedOn: null,
        certificates: this.certificates,
        pledge: { signedOn: frame.pledgeDay },
        supervisionDays: [],
        exemptions: [],
        decisions: [],
        settings: [{ from: "2000-01-01", settings: defaultProgrammeSettings }],
      },
      this.today,
    ).state;
  }

  private entry(id: string): KnownEntry {
    return this.entries.find((one) => one.id === id)!;
  }

  private issue(replaces: boolean): string {
    const number = certificateNumber(2026, this.numbers.length + 1);
    this.numbers.push(number);
    const span = { issuedOn: this.today, issuedAt: this.now().toISOString() };
    this.certificates.push({ number, ...span, revokedOn: null, replacedBy: null, replaces });
    return number;
  }

  private now(): Date {
    this.moments += 1;
    return new Date(Date.parse(`${this.today}T18:00:00Z`) + this.moments);
  }
}
