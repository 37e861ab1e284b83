import { randomUUID } from "node:crypto";
import { dayToDate } from "~/platform/days";
import { seal } from "~/platform/crypto/index.server";
import { db } from "~/platform/db/index.server";
import { sealClient, type ClientDetails } from "~/registry/operations/client-record.server";
import { ensureCriteriaSets } from "~/registry/operations/criteria-rows.server";
import type { CaseState, ClientType, Outcome, ReferralInput, Sanction } from "~/registry/schema";
import { longAgo, testRegion } from "./people";

let made = 0;
const next = () => (made += 1);

export interface MentorOverrides {
  code?: string;
  accountId?: string | null;
  regionCode?: string | null;
  certifiedOn?: string | null;
  endedOn?: string | null;
  /** Day of the last supervision attended; null when there was none. */
  supervisedOn?: string | null;
}

/** A certified mentor of the region in good standing; hand over an account so that somebody can act as the mentor. */
export async function makeMentor({
  certifiedOn = "2024-01-01",
  endedOn = null,
  supervisedOn = "2026-05-15",
  ...overrides
}: MentorOverrides = {}) {
  const id = randomUUID();
  const mentor = await db().mentor.create({
    data: {
      id,
      code: `M-${next()}`,
      regionCode: testRegion,
      createdAt: longAgo,
      certifiedOn: certifiedOn === null ? null : dayToDate(certifiedOn),
      endedOn: endedOn === null ? null : dayToDate(endedOn),
      ...overrides,
    },
  });
  if (supervisedOn !== null) await attendSupervision(id, supervisedOn);
  return mentor;
}

async function attendSupervision(mentorId: string, day: string): Promise<void> {
  await db().supervisionSession.create({
    data: {
      id: randomUUID(),
      supervisorId: randomUUID(),
      day: dayToDate(day),
      startMinute: 9 * 60,
      minutes: 90,
      town: "Děčín",
      form: "group",
      createdAt: longAgo,
      createdById: randomUUID(),
      attendances: { create: { id: randomUUID(), mentorId, minutes: 90, recordedAt: longAgo } },
    },
  });
}

export interface CaseOverrides {
  id?: string;
  organisationId: string;
  client?: Partial<ClientDetails> & { code?: string };
  state?: CaseState;
  type?: ClientType;
  sanction?: Sanction;
  referredOn?: string;
  referredById?: string | null;
  endedOn?: string | null;
  outcome?: Outcome | null;
}

/** A referred case of a new client, with its first judgement and state. */
export async function makeCase({ client = {}, type = "B", ...overrides }: CaseOverrides) {
  const number = next();
  const clientId = randomUUID();
  const caseId = overrides.id ?? randomUUID();
  const { code = `TST-${String(number).padStart(3, "0")}`, ...given } = client;
  const details = {
    name: `Klient Pokusný ${number}`,
    birthYear: 1990,
    town: "Děčín",
    contact: null,
    ...given,
  };
  const { state = "referred", referredOn = "2026-01-10", endedOn = null, outcome = null } = overrides;
  await db().client.create({
    data: { id: clientId, code, createdAt: longAgo, ...sealClient(clientId, details) },
  });
  return db().case.create({
    data: {
      id: caseId,
      clientId,
      organisationId: overrides.organisationId,
      state,
      sanction: overrides.sanction ?? "house_arrest",
      reasonSealed: seal("Pomoc s dluhy", { table: "cases", column: "reasonSealed", row: caseId }),
      referredOn: dayToDate(referredOn),
      referredById: overrides.referredById ?? null,
      endedOn: endedOn === null ? null : dayToDate(endedOn),
      outcome,
      createdAt: longAgo,
      types: { create: { id: randomUUID(), type, judgedOn: dayToDate(referredOn), createdAt: longAgo } },
      stateChanges: {
        create: {
          id: randomUUID(),
          state: "referred",
          happenedOn: dayToDate(referredOn),
          recordedAt: longAgo,
        },
      },
    },
    include: { client: true },
  });
}

export interface WorkOverrides {
  caseId: string;
  mentorId: string;
  assignedOn?: string;
  startedOn?: string | null;
  endedOn?: string | null;
  endReason?: string | null;
}

/** A mentor's work on a case: current and not begun unless said otherwise. The case's state follows. */
export async function makeWork(overrides: WorkOverrides) {
  const { caseId, mentorId, startedOn = null, endedOn = null } = overrides;
  const assignedOn = overrides.assignedOn ?? startedOn ?? "2026-01-15";
  if (endedOn === null) {
    await db().case.update({
      where: { id: caseId },
      data: { state: startedOn === null ? "assigned" : "active" },
    });
  }
  return db().assignment.create({
    data: {
      id: randomUUID(),
      caseId,
      mentorId,
      assignedOn: dayToDate(assignedOn),
      startedOn: startedOn === null ? null : dayToDate(startedOn),
      endedOn: endedOn === null ? null : dayToDate(endedOn),
      endReason: endedOn === null ? null : (overrides.endReason ?? "case_ended"),
      openCaseId: endedOn === null ? caseId : null,
      createdAt: longAgo,
    },
  });
}

export interface EvaluationOverrides {
  caseId: string;
  signedOn: string;
  successful?: boolean;
  signedAt?: Date;
  comment?: string;
}

/** A signed evaluation by the criteria of a probation centre. */
export async function makeEvaluation({
  caseId,
  signedOn,
  successful = true,
  signedAt,
  comment,
}: EvaluationOverrides) {
  const id = randomUUID();
  await ensureCriteriaSets(db());
  return db().evaluation.create({
    data: {
      id,
      caseId,
      criteriaSetId: "probation_centre-1",
      answers: { cooperation: successful, sentence: successful, skills: false, information: true },
      successful,
      commentSealed: comment
        ? seal(comment, { table: "evaluations", column: "commentSealed", row: id })
        : null,
      signedOn: dayToDate(signedOn),
      signedAt: signedAt ?? dayToDate(signedOn),
    },
  });
}

/** What an officer writes when referring somebody new. */
export function referralInput(overrides: Partial<ReferralInput> & { organisationId: string }): ReferralInput {
  return {
    id: randomUUID(),
    name: "Alois Vymyšlený",
    birthYear: 1988,
    town: "Děčín",
    contact: "777 000 111",
    type: "A",
    typeReason: "Nechodí na schůzky.",
    sanction: "community_service",
    help: "Motivovat k nástupu na práce.",
    ...overrides,
  };
}
