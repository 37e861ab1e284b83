import type { ExamPart } from "../../codes";
import type { ExamDayState, ExamKind } from "../../rules/exam/codes";
import type { StepRefusal } from "../../rules/exam/exam-day-steps";
import type { ProtocolContent } from "../../rules/exam/protocol-content";
import type { ExamCandidateView } from "./candidate-views.server";

/** A day as its page shows it; moments are ISO, days `YYYY-MM-DD`. */

export interface ExamMemberView {
  id: string;
  name: string;
  chair: boolean;
  own: boolean;
  declaredAt: string | null;
  signedAt: string | null;
  /** Votes still to come; told to the chair only, null otherwise. */
  missing: number | null;
}

/** A result of the day that a coordinator took back. */
export interface VoidedResult {
  id: string;
  name: string;
  part: ExamPart;
  at: string;
  by: string;
  reason: string;
}

export interface ExamDayView {
  id: string;
  run: { id: string; name: string; town: string };
  kind: ExamKind;
  state: ExamDayState;
  heldOn: string;
  startMinute: number;
  place: string;
  parts: ExamPart[];
  cancelReason: string | null;
  you: {
    organiser: boolean;
    chair: boolean;
    member: boolean;
    declared: boolean;
    signed: boolean;
    secondFactor: boolean;
    mayVoid: boolean;
  };
  /** Fingerprint of the list a declaration is made about. */
  names: string;
  members: ExamMemberView[];
  candidates: ExamCandidateView[];
  openRefusal: StepRefusal | null;
  closeRefusal: StepRefusal | null;
  protocol: { sha256: string; fileSha256: string | null; lockedAt: string | null } | null;
  reopenings: ProtocolContent["reopenings"];
  voided: VoidedResult[];
}
