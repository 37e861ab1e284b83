import { lockRow, type Tx } from "~/platform/db/index.server";
import { conditionsState } from "../../rules/entry-conditions";
import type { PlacesOfRun, WaitingPerson } from "../../rules/recruitment/place-offers";
import { inOrder } from "../../rules/recruitment/waiting-order";
import { holdsPlace } from "../open-runs.server";

/** Somebody who waits for a place of a run, with what an offer to them depends on. */
export interface WaitingRow extends WaitingPerson {
  accountId: string;
  version: number;
}

/** Whoever changes places or a waiting list waits here for the others, whatever runs they touch. */
export async function lockRuns(tx: Tx, runIds: readonly (string | null | undefined)[]): Promise<void> {
  const keys = new Set(runIds.filter((id): id is string => Boolean(id)));
  for (const id of [...keys].sort()) await lockRow(tx, `run:${id}`);
}

/** The run whose list an application is on now; read before taking the locks. */
export async function runWaitedFor(tx: Tx, applicationId: string): Promise<string | null> {
  const row = await tx.application.findFirst({
    where: { id: applicationId, state: "waiting" },
    select: { runId: true },
  });
  return row?.runId ?? null;
}

/** The waiting list of a run in its order. */
export async function waitingListOf(reader: Tx, runId: string): Promise<WaitingRow[]> {
  const rows = await reader.application.findMany({
    where: { runId, state: "waiting" },
    select: {
      id: true,
      accountId: true,
      version: true,
      waitingPosition: true,
      conditions: { select: { kind: true, met: true } },
      offers: {
        where: { runId },
        select: { state: true },
        orderBy: [{ offeredAt: "desc" }, { id: "desc" }],
        take: 1,
      },
    },
  });
  return inOrder(
    rows.map(({ id, accountId, version, waitingPosition, conditions, offers }) => ({
      applicationId: id,
      accountId,
      version,
      position: waitingPosition ?? 0,
      conditions: conditionsState(conditions),
      lastOffer: offers[0]?.state ?? null,
    })),
  );
}

/** How full a run is, offers included. */
export async function placesOf(reader: Tx, run: { id: string; places: number }): Promise<PlacesOfRun> {
  const taken = await reader.enrolment.count({ where: { runId: run.id, ...holdsPlace } });
  const offered = await reader.placeOffer.count({ where: { runId: run.id, state: "open" } });
  return { places: run.places, taken, offered };
}
