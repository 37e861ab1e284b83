import { expect } from "vitest";
import { verifyCertificate } from "~/certification/operations/verify-certificate.server";
import { db } from "~/platform/db/index.server";
import { approvedMinutes, type Paper } from "./paper";
import type { Walk } from "./steps";

/** What must hold after every step, read from the tables and not from what an operation says about itself. */
export async function checkInvariants(paper: Paper, { walker: { enrolmentId } }: Walk): Promise<void> {
  const entries = await db().practiceEntry.findMany({ where: { enrolmentId } });
  const ledger = await db().ledgerEntry.aggregate({
    where: { enrolmentId, unit: "practice" },
    _sum: { minutes: true },
  });
  const approved = entries.filter(({ state }) => state === "approved");
  expect(ledger._sum.minutes ?? 0, "credited minutes are approved minutes").toBe(
    approved.reduce((sum, { minutes }) => sum + minutes, 0),
  );
  expect(ledger._sum.minutes ?? 0).toBe(approvedMinutes(paper));
  expect(
    new Map(entries.map(({ id, state, version }) => [id, `${state} ${version}`])),
    "states and versions",
  ).toEqual(new Map(paper.entries.map(({ id, state, version }) => [id, `${state} ${version}`])));

  const holding = entries.filter(({ state }) => state !== "withdrawn" && state !== "reversed");
  for (const one of holding) {
    const clash = holding.some(
      (other) =>
        other.id !== one.id &&
        other.day.getTime() === one.day.getTime() &&
        other.startMinute < one.endMinute &&
        one.startMinute < other.endMinute,
    );
    expect(clash, "no two entries at one time").toBe(false);
  }

  const certificates = await db().certificate.findMany({ where: { enrolmentId } });
  expect(certificates.map(({ id }) => id).sort(), "no certificate without its conditions").toEqual(
    paper.certificates.map(({ id }) => id).sort(),
  );
  expect(certificates.filter(({ revokedAt }) => revokedAt === null).length).toBeLessThanOrEqual(1);
  for (const { id, code } of certificates) {
    const { state } = paper.certificates.find((one) => one.id === id)!;
    const answer = await verifyCertificate(code, "127.0.0.1", { now: new Date("2027-06-12T12:00:00Z") });
    expect(answer.kind).toBe("known");
    expect(answer.kind === "known" && answer.revokedOn === null, "a revoked one is never valid").toBe(
      state === "valid",
    );
  }
}

/** Numbers of a year are 1, 2, 3 … whatever was refused, revoked or replaced among them. */
export async function checkNumbers(): Promise<number> {
  const rows = await db().certificate.findMany({ orderBy: [{ year: "asc" }, { sequence: "asc" }] });
  for (const year of new Set(rows.map((row) => row.year))) {
    const sequences = rows.filter((row) => row.year === year).map(({ sequence }) => sequence);
    expect(sequences, "numbers without gaps").toEqual(sequences.map((_, index) => index + 1));
  }
  return rows.length;
}
