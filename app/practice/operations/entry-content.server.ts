import { seal, unseal, unsealNullable } from "~/platform/crypto/index.server";
import { dateToDay, dayToDate } from "~/platform/days";
import type { Prisma } from "~/platform/db/index.server";
import { decisionPlace, entryPlace } from "../places";
import type { ActivityKind, PlaceKind, PracticeState } from "../schema";
import type { KnownEntry } from "../rules/entry-limits";

/** What somebody writes about one piece of practice. */
export interface EntryContent {
  /** `YYYY-MM-DD` */
  day: string;
  /** Minutes after midnight, Europe/Prague. */
  startMinute: number;
  endMinute: number;
  activity: ActivityKind;
  place: PlaceKind;
  note: string;
}

/** The same with what it points to. Links stay with the operations: a case is shown to whoever may see it only. */
export interface WrittenEntry extends EntryContent {
  caseId: string | null;
  guideId: string | null;
}

/** An entry as pages show it. */
export interface Entry extends EntryContent {
  id: string;
  enrolmentId: string;
  minutes: number;
  state: PracticeState;
  version: number;
}

/** One step of an entry's history; `content` is what was submitted then. */
export interface EntryStepTaken {
  id: string;
  state: PracticeState;
  /** ISO instant. */
  at: string;
  byId: string;
  reason: string | null;
  content: EntryContent | null;
}

export type EntryRow = Prisma.PracticeEntryGetPayload<object>;

export function openEntry(row: EntryRow): Entry {
  const { id, enrolmentId, startMinute, endMinute, minutes, activity, place, state, version } = row;
  const note = unseal(row.noteSealed, entryPlace(id));
  return {
    id,
    enrolmentId,
    day: dateToDay(row.day),
    startMinute,
    endMinute,
    minutes,
    activity,
    place,
    note,
    state,
    version,
  };
}

/** Columns of an entry for what was written. */
export function entryColumns(id: string, content: WrittenEntry, minutes: number) {
  return {
    caseId: content.caseId,
    guideId: content.guideId,
    day: dayToDate(content.day),
    startMinute: content.startMinute,
    endMinute: content.endMinute,
    minutes,
    activity: content.activity,
    place: content.place,
    noteSealed: seal(content.note, entryPlace(id)),
  };
}

/** The times of an entry, for the rules. */
export function knownEntry(row: EntryRow): KnownEntry {
  const { id, day, startMinute, endMinute, minutes, state } = row;
  return { kind: "entry", id, day: dateToDay(day), startMinute, endMinute, minutes, state };
}

export function openStep(row: Prisma.PracticeDecisionGetPayload<object>): EntryStepTaken {
  const content = unsealNullable(row.contentSealed, decisionPlace("contentSealed", row.id));
  return {
    id: row.id,
    state: row.state,
    at: row.decidedAt.toISOString(),
    byId: row.decidedById,
    reason: unsealNullable(row.reasonSealed, decisionPlace("reasonSealed", row.id)),
    content: content === null ? null : withoutLinks(JSON.parse(content) as EntryContent),
  };
}

/** What was written, field by field: a case it was about is no part of the history anybody reads. */
function withoutLinks({ day, startMinute, endMinute, activity, place, note }: EntryContent): EntryContent {
  return { day, startMinute, endMinute, activity, place, note };
}

/** Whether two writings say the same. */
export function sameContent(one: WrittenEntry, other: WrittenEntry): boolean {
  return (
    one.caseId === other.caseId &&
    one.guideId === other.guideId &&
    one.day === other.day &&
    one.startMinute === other.startMinute &&
    one.endMinute === other.endMinute &&
    one.activity === other.activity &&
    one.place === other.place &&
    one.note === other.note
  );
}
