import type { SupervisionDuty } from "~/practice/index";
import type { ExamAdmission } from "./exam-admission";
import type { Graduation } from "./graduation";

export type EnrolmentState = "active" | "withdrawn" | "graduated" | "ended";

/** Where a trainee stands: what the run's page, the trainee's own pages and the certificate all show. */
export interface TraineeStanding {
  enrolmentId: string;
  accountId: string;
  runId: string;
  state: EnrolmentState;
  graduation: Graduation;
  admission: ExamAdmission;
  supervision: SupervisionDuty;
  /** Day the last part of the exam was passed, or null. */
  examPassedOn: string | null;
  /** The latest certificate; days are `YYYY-MM-DD`. */
  certificate: { id: string; number: string; issuedOn: string; revokedOn: string | null } | null;
}

/** One word for a standing. */
export type StandingKind = "certified" | "revoked" | "left" | "ready" | "examined" | "studying";

/** What to call a standing: `ready` can be certified, `examined` may take the exam. */
export function standingKind(standing: TraineeStanding): StandingKind {
  if (standing.certificate) return standing.certificate.revokedOn ? "revoked" : "certified";
  if (standing.state !== "active") return "left";
  if (standing.graduation.complete) return "ready";
  return standing.admission.admitted && standing.examPassedOn === null ? "examined" : "studying";
}
