import type { EnrolmentFacts } from "~/course/index.server";
import { dateToDay, dayOf } from "~/platform/days";
import { db, type Tx } from "~/platform/db/index.server";
import type { PracticeFrame } from "../rules/entry-limits";
import { gateDay, gateMinutes, type TheoryLine } from "../rules/gate";

/** What a trainee's course allows now, and how far the gate is. */
export interface Gate {
  frame: PracticeFrame;
  /** Theory that opens practice, and what is credited of it. */
  theory: { credited: number; needed: number };
}

/** Reads the gate of an enrolment: the signed pledge, and the theory by days. */
export async function readGate(enrolment: EnrolmentFacts, reader: Tx = db()): Promise<Gate> {
  const pledge = await reader.confidentialityPledge.findUnique({
    where: { enrolmentId: enrolment.id },
    select: { signedAt: true },
  });
  const lines = await theoryLines(enrolment.id, reader);
  const { settings, startsOn, endsOn, state } = enrolment.run;
  return {
    frame: {
      open: enrolment.state === "active" && (state === "running" || state === "exams"),
      runStartsOn: startsOn,
      runEndsOn: endsOn,
      pledgeDay: pledge && dayOf(pledge.signedAt),
      gateDay: gateDay(lines, settings, startsOn),
      maxMinutesPerDay: settings.maxPracticeMinutesPerDay,
    },
    theory: {
      credited: lines.reduce((sum, { minutes }) => sum + minutes, 0),
      needed: gateMinutes(settings),
    },
  };
}

async function theoryLines(enrolmentId: string, reader: Tx): Promise<TheoryLine[]> {
  const rows = await reader.ledgerEntry.findMany({
    where: { enrolmentId, unit: "theory" },
    select: { day: true, minutes: true },
  });
  return rows.map(({ day, minutes }) => ({ day: dateToDay(day), minutes }));
}
