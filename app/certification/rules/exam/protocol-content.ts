import { canonicalJson, type JsonObject } from "~/platform/audit/canonical-json";
import type { ExamPart } from "../../codes";
import type { ExamAdmission } from "../exam-admission";
import type { ExamKind, IdentityDocument } from "./codes";
import type { Tally } from "./majority";

/** The calculation of an admission by both bases; the one in force is named. */
export interface TwoBasisAdmission {
  inForce: ExamAdmission["basis"];
  minutes: ExamAdmission;
  teachingHours: ExamAdmission;
}

/** Somebody of the list, as the protocol knows them. */
export interface ProtocolCandidate {
  candidateId: string;
  enrolmentId: string;
  name: string;
  state: "present" | "absent";
  admission: TwoBasisAdmission | null;
  identity: { document: IdentityDocument; at: string; by: string } | null;
  parts: { part: ExamPart; attempt: 1 | 2; votes: Tally; passed: boolean }[];
  /** Whether every part the run asks for is passed now, earlier days included. */
  examPassed: boolean;
}

/**
 * What the protocol of an exam day says, as it was when the day was closed: its hash is what the commission
 * signs. Names are written out, so that a renamed person changes nothing.
 */
export interface ProtocolContent {
  version: 1;
  examDayId: string;
  provider: string | null;
  run: { name: string; town: string; accreditationNumber: string | null };
  kind: ExamKind;
  day: string;
  startMinute: number;
  place: string;
  parts: ExamPart[];
  commission: { name: string; chair: boolean; declaredAt: string; declarationVersion: number }[];
  candidates: ProtocolCandidate[];
  /** Every time the closed day was opened again before. */
  reopenings: { at: string; by: string; reason: string }[];
  closedAt: string;
  closedBy: string;
}

/** The content as one text: the same content always gives the same text, and so the same hash. */
export function protocolText(content: ProtocolContent): string {
  return canonicalJson(JSON.parse(JSON.stringify(content)) as JsonObject);
}
