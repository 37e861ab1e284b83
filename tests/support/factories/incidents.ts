import { randomUUID } from "node:crypto";
import type { Actor } from "~/access/index.server";
import { reportIncident } from "~/incidents/operations/report-incident.server";
import { verifyIncident } from "~/incidents/operations/verify-incident.server";
import type { Verification } from "~/incidents/codebook";
import type { VerificationInput } from "~/incidents/schema";
import { db } from "~/platform/db/index.server";
import { reportInput, type ReportFields } from "./incident-fields";
import { makeAccount, type RoleOverrides } from "./people";

export { reportFields, reportInput } from "./incident-fields";

/** When reports are made unless a test says otherwise. */
export const reportedAt = new Date("2026-06-10T08:00:00Z");

/** Somebody who may report: a mentor with the monitoring training unless said otherwise. */
export async function makeReporter(role: RoleOverrides | "mentor" | "crime_prevention_assistant" = "mentor") {
  return makeAccount({ roles: [role], monitoringTraining: true });
}

/** An incident reported through the operation. */
export async function makeIncident({
  reporter,
  at = reportedAt,
  ...fields
}: { reporter?: Actor; at?: Date } & ReportFields = {}) {
  const by = reporter ?? (await makeReporter()).actor;
  const { id } = await reportIncident(by, reportInput(fields), { now: at });
  return db().incident.findUniqueOrThrow({ where: { id } });
}

/** A decision about an incident as the form's schema gives it. */
export function verificationInput(overrides: Partial<VerificationInput> = {}): VerificationInput {
  return {
    id: randomUUID(),
    version: 1,
    verification: "PROBABLE",
    reason: "Výpovědi se shodují.",
    indicators: {},
    ...overrides,
  };
}

/** Lets an analyst decide about an incident as it is now. */
export async function decide(
  analyst: Actor,
  incidentId: string,
  verification: Verification,
  at: Date = reportedAt,
): Promise<void> {
  const { version } = await db().incident.findUniqueOrThrow({ where: { id: incidentId } });
  await verifyIncident(
    analyst,
    incidentId,
    verificationInput({
      version,
      verification,
      indicators: { BI02: { state: "PRESENT", evidence: "Slyšeli to dva svědci." } },
    }),
    { now: at },
  );
}
