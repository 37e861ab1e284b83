import type { Actor } from "~/access/index.server";
import { hasMonitoringTraining, organisationsOfKind } from "~/people/index.server";
import { db } from "~/platform/db/index.server";
import { REGION } from "~/platform/geo/index.server";
import { isRowId } from "~/platform/row-id";
import type { Receipt } from "./report-incident.server";

/** What the report's page is drawn from. */
export interface ReportFormFacts {
  trained: boolean;
  /** Municipal offices an incident may concern. */
  offices: { id: string; name: string }[];
}

/** Whether somebody may report, and what the form offers. */
export async function readReportForm(actor: Actor): Promise<ReportFormFacts> {
  const trained = await hasMonitoringTraining(actor.accountId);
  if (!trained) return { trained, offices: [] };
  const offices = await organisationsOfKind("municipality", { regionCode: REGION.code });
  return { trained, offices: offices.map(({ id, name }) => ({ id, name })) };
}

/** The receipt of an own report; null for anybody else's. */
export async function ownReceipt(actor: Actor, id: string): Promise<Receipt | null> {
  if (!isRowId(id)) return null;
  const incident = await db().incident.findFirst({
    where: { id, reportedById: actor.accountId },
    select: { id: true, number: true },
  });
  return incident;
}
