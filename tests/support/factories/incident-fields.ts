import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { reportForm, type ReportInput } from "~/incidents/schema";

export type ReportFields = Partial<Record<keyof z.input<typeof reportForm>, string | string[] | undefined>>;

/** Fields of the report's form as a browser sends them; overriding one with undefined leaves it out. */
export function reportFields(overrides: ReportFields = {}) {
  const fields: ReportFields = {
    id: randomUUID(),
    story: "Vymyšlená událost: dva lidé pokřikovali na matku s kočárkem.",
    timePrecision: "DAY",
    day: "2026-06-01",
    municipality: "Most",
    geoPrecision: "MUNICIPALITY",
    placeKind: "STREET",
    forms: "VERBAL",
    channel: "IN_PERSON",
    biasMotivations: "ANTI_ROMA",
    victimType: "PERSON",
    injured: "no",
    helpNeeded: "no",
    source: "VICTIM",
    ...overrides,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The same, read by the form's schema. */
export function reportInput(overrides: ReportFields = {}): ReportInput {
  return reportForm.parse(reportFields(overrides));
}
