import { randomUUID } from "node:crypto";
import { decisionPlace } from "~/certification/mentor-place";
import type { DecisionKind } from "~/certification/rules/mentors/facts";
import { seal } from "~/platform/crypto/index.server";
import { dayToDate } from "~/platform/days";
import { db } from "~/platform/db/index.server";
import { defaultProgrammeSettings, type ProgrammeSettings } from "~/programme/index";

/** A decision about a mentor as if a coordinator had written it down; the mentor's row is not touched. */
export async function makeDecision(
  mentorId: string,
  kind: DecisionKind,
  fromDay: string,
  {
    reason = "Domluveno na poradě.",
    decidedAt = dayToDate(fromDay),
  }: { reason?: string; decidedAt?: Date } = {},
) {
  const id = randomUUID();
  return db().mentorDecision.create({
    data: {
      ...{ id, mentorId, kind, decidedAt },
      fromDay: dayToDate(fromDay),
      reasonSealed: seal(reason, decisionPlace(id)),
      decidedById: randomUUID(),
    },
  });
}

/** Numbers of the programme in force since a day. */
export async function makeProgrammeSettings(
  changes: Partial<ProgrammeSettings>,
  { on = "2026-01-10" }: { on?: string } = {},
) {
  const settings = { ...defaultProgrammeSettings, ...changes };
  return db().programmeSettings.create({
    data: {
      id: randomUUID(),
      settings: { ...settings, warnDays: [...settings.warnDays] },
      reason: "Domluveno na poradě.",
      createdAt: dayToDate(on),
      createdById: randomUUID(),
    },
  });
}

/** Days on which a mentor is freed of supervision. */
export async function makeExemption(mentorId: string, fromDay: string, toDay: string) {
  const id = randomUUID();
  return db().supervisionExemption.create({
    data: {
      ...{ id, mentorId },
      fromDay: dayToDate(fromDay),
      toDay: dayToDate(toDay),
      reasonSealed: seal("Nemoc.", { table: "supervision_exemptions", column: "reasonSealed", row: id }),
      grantedAt: dayToDate(fromDay),
      grantedById: randomUUID(),
    },
  });
}
