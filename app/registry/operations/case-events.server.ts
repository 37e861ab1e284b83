import { unseal, unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay } from "~/platform/days";
import { isOpen } from "../rules/case-state";
import { mayCorrect } from "../rules/activity-limits";
import {
  criteriaSets,
  type ActivityResult,
  type ClientType,
  type EndReason,
  type MentorActivity,
  type Outcome,
  type Place,
} from "../schema";
import { openActivityWords } from "./activity-words.server";
import type { ShownMentor, WholeCase } from "./read-case.server";

interface EventBase {
  id: string;
  /** The day it happened on. */
  day: string;
  author: string | null;
}

export interface ShownActivity {
  kind: MentorActivity;
  place: Place;
  result: ActivityResult;
  startMinute: number | null;
  minutes: number;
  note: string;
  nextStep: string | null;
}

/** Something that happened in a case, as its timeline shows it. */
export type CaseEvent = EventBase &
  (
    | { type: "referred" | "started" }
    | { type: "reopened"; reason: string | null }
    | { type: "ended"; outcome: Outcome | null; reason: string | null }
    | { type: "judged"; clientType: ClientType; reason: string | null }
    | { type: "assigned"; mentor: ShownMentor }
    | { type: "unassigned"; mentor: ShownMentor; reason: EndReason | null; note: string | null }
    | { type: "activity"; activity: ShownActivity; earlier: ShownActivity[]; mayCorrect: boolean }
    | {
        type: "evaluation";
        answers: { code: string; met: boolean }[];
        successful: boolean;
        comment: string | null;
      }
  );

interface Reading {
  names: ReadonlyMap<string, string>;
  shown: (mentor: WholeCase["assignments"][number]["mentor"]) => ShownMentor;
  /** Sees what is meant for the body and the coordinator only. */
  insider: boolean;
  actorId: string;
  now: Date;
}

/** Everything that happened in a case, the newest first. */
export function caseEvents(row: WholeCase, reading: Reading): CaseEvent[] {
  const events = [
    ...stateEvents(row, reading),
    ...row.types.map((judgement) => judgedEvent(judgement, reading)),
    ...row.assignments.flatMap((assignment) => assignmentEvents(assignment, reading)),
    ...row.activities.map((activity) => activityEvent(activity, reading)),
    ...row.evaluations.map((evaluation) => evaluationEvent(evaluation, reading)),
  ];
  return events
    .sort((a, b) => b.event.day.localeCompare(a.event.day) || b.recordedAt.getTime() - a.recordedAt.getTime())
    .map(({ event }) => event);
}

interface Recorded {
  event: CaseEvent;
  recordedAt: Date;
}

const nameIn = ({ names }: Reading, accountId: string | null) => (accountId && names.get(accountId)) ?? null;

function stateEvents(row: WholeCase, reading: Reading): Recorded[] {
  return row.stateChanges.flatMap((change, index): Recorded[] => {
    const before = row.stateChanges[index - 1]?.state ?? null;
    const reason = reading.insider
      ? unsealNullable(change.reasonSealed, {
          table: "case_state_changes",
          column: "reasonSealed",
          row: change.id,
        })
      : null;
    const base = {
      id: change.id,
      day: dateToDay(change.happenedOn),
      author: nameIn(reading, change.recordedById),
    };
    const made = (event: CaseEvent) => [{ event, recordedAt: change.recordedAt }];
    if (before === null) return made({ ...base, type: "referred" });
    if (!isOpen(change.state)) {
      return made({ ...base, type: "ended", outcome: change.outcome as Outcome | null, reason });
    }
    if (!isOpen(before)) return made({ ...base, type: "reopened", reason });
    // Assignments tell the rest themselves.
    return change.state === "active" ? made({ ...base, author: null, type: "started" }) : [];
  });
}

function judgedEvent(judgement: WholeCase["types"][number], reading: Reading): Recorded {
  const place = { table: "client_type_judgements", column: "reasonSealed", row: judgement.id };
  return {
    recordedAt: judgement.createdAt,
    event: {
      id: judgement.id,
      type: "judged",
      day: dateToDay(judgement.judgedOn),
      author: nameIn(reading, judgement.judgedById),
      clientType: judgement.type,
      reason: unsealNullable(judgement.reasonSealed, place),
    },
  };
}

function assignmentEvents(assignment: WholeCase["assignments"][number], reading: Reading): Recorded[] {
  const mentor = reading.shown(assignment.mentor);
  const begun: Recorded = {
    recordedAt: assignment.createdAt,
    event: {
      id: assignment.id,
      type: "assigned",
      day: dateToDay(assignment.assignedOn),
      author: nameIn(reading, assignment.assignedById),
      mentor,
    },
  };
  // The end of the case is an event of its own.
  if (!assignment.endedOn || assignment.endReason === "case_ended") return [begun];
  const place = { table: "assignments", column: "endNoteSealed", row: assignment.id };
  const ended: Recorded = {
    recordedAt: assignment.createdAt,
    event: {
      id: `${assignment.id}-end`,
      type: "unassigned",
      day: dateToDay(assignment.endedOn),
      author: nameIn(reading, assignment.endedById),
      mentor,
      reason: assignment.endReason as EndReason | null,
      note: reading.insider ? unsealNullable(assignment.endNoteSealed, place) : null,
    },
  };
  return [ended, begun];
}

function activityEvent(activity: WholeCase["activities"][number], reading: Reading): Recorded {
  const own = activity.createdById === reading.actorId;
  return {
    recordedAt: activity.createdAt,
    event: {
      id: activity.id,
      type: "activity",
      day: dateToDay(activity.day),
      author: nameIn(reading, activity.createdById),
      activity: shownActivity(activity, openActivityWords(activity)),
      earlier: activity.revisions.map((revision) => {
        const place = (column: string) => ({ table: "activity_revisions", column, row: revision.id });
        return shownActivity(revision, {
          note: unseal(revision.noteSealed, place("noteSealed")),
          nextStep: unsealNullable(revision.nextStepSealed, place("nextStepSealed")),
        });
      }),
      mayCorrect: own && mayCorrect(activity.createdAt, reading.now),
    },
  };
}

/** Columns an activity and its earlier versions have in common. */
type ActivityColumns = Pick<
  WholeCase["activities"][number],
  "kind" | "place" | "result" | "startMinute" | "minutes"
>;

/** An activity or an earlier version of it, as shown. */
export function shownActivity(
  row: ActivityColumns,
  words: { note: string; nextStep: string | null },
): ShownActivity {
  const { place, startMinute, minutes } = row;
  return {
    kind: row.kind as MentorActivity,
    place,
    result: row.result as ActivityResult,
    startMinute,
    minutes,
    ...words,
  };
}

function evaluationEvent(evaluation: WholeCase["evaluations"][number], reading: Reading): Recorded {
  const answers = evaluation.answers as Record<string, boolean>;
  const place = { table: "evaluations", column: "commentSealed", row: evaluation.id };
  return {
    recordedAt: evaluation.signedAt,
    event: {
      id: evaluation.id,
      type: "evaluation",
      day: dateToDay(evaluation.signedOn),
      author: nameIn(reading, evaluation.signedById),
      answers: criteriaOrder(evaluation.criteriaSetId, answers).map((code) => ({
        code,
        met: answers[code] === true,
      })),
      successful: evaluation.successful,
      comment: reading.insider ? unsealNullable(evaluation.commentSealed, place) : null,
    },
  };
}

/** Criteria in the order of their set: the database keeps answers without one. */
function criteriaOrder(setId: string, answers: Record<string, boolean>): readonly string[] {
  return criteriaSets.find(({ id }) => id === setId)?.criteria ?? Object.keys(answers);
}
