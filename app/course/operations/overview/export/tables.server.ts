import { dateToDay, dayOf, formatTime, minuteOfDay } from "~/platform/days";
import { catalogue } from "../../../catalogue/catalogue.server";
import { teachingMinutes } from "../../../rules/teaching/session-time";
import type { Participant, RunRecord } from "./collect.server";
import { participantsById, type ExportWords } from "./words.server";

/** Rows of a table, the first one with its headers. */
export type Rows = (string | number)[][];

/** Everybody who ever was in the run. */
export function registerRows({ participants }: RunRecord, { t, course }: ExportWords): Rows {
  const columns = [
    "number",
    "name",
    "born",
    "birthPlace",
    "enrolledOn",
    "state",
    "endedOn",
    "certificate",
  ] as const;
  return [
    columns.map((column) => t(`file.column.${column}`)),
    ...participants.map((one) => [
      one.number,
      one.name,
      one.birthDate,
      one.birthPlace ?? "",
      dayOf(one.enrolledAt),
      course(`enrolmentState.${one.state}`),
      one.endedAt ? dayOf(one.endedAt) : "",
      certificateOf(one),
    ]),
  ];
}

/** What everybody has done of what the run asks for. */
export function summaryRows({ run, participants }: RunRecord, { t, yesNo, hours }: ExportWords): Rows {
  const columns = [
    "number",
    "name",
    "theory",
    "practice",
    "supervisionKept",
    "supervisionRequired",
    "attendance",
    "examAdmitted",
    "certificate",
  ] as const;
  const { teachingHour, practiceHour } = run.settings;
  return [
    columns.map((column) => t(`file.column.${column}`)),
    ...participants.map((one) => {
      const { standing, attendance } = one;
      return [
        one.number,
        one.name,
        hours(doneOf(one, "theory"), teachingHour),
        hours(doneOf(one, "practice"), practiceHour),
        standing.supervision.kept,
        standing.supervision.required,
        attendance.share === null ? "" : Math.floor(attendance.share * 100 + 1e-9),
        yesNo(standing.admission.admitted),
        certificateOf(one),
      ];
    }),
  ];
}

/** One row for each person at each session, cancelled ones too; excuses stay in the portal. */
export function attendanceRows(record: RunRecord, { t }: ExportWords): Rows {
  const columns = [
    "day",
    "from",
    "to",
    "module",
    "topic",
    "place",
    "trainer",
    "sessionState",
    "number",
    "name",
    "presence",
    "arrived",
    "left",
    "minutes",
  ] as const;
  const people = participantsById(record);
  const rows = record.sessions.flatMap((session) => {
    const about = [
      dayOf(session.startsAt),
      timeOf(session.startsAt),
      timeOf(session.endsAt),
      moduleTitle(session.moduleId),
      session.topic,
      session.place,
      nameIn(record, session.trainerId),
      t(`file.session.${session.state}`),
    ];
    const present = session.attendance
      .map((row) => ({ ...row, person: people.get(row.enrolmentId) }))
      .sort((a, b) => (a.person?.number ?? 0) - (b.person?.number ?? 0));
    if (present.length === 0) return [[...about, "", "", "", "", "", teachingMinutes(session)]];
    return present.map(({ person, state, arrivedAt, leftAt, minutes }) => [
      ...about,
      person?.number ?? "",
      person?.name ?? "",
      t(`file.presence.${state}`),
      arrivedAt ? timeOf(arrivedAt) : "",
      leftAt ? timeOf(leftAt) : "",
      minutes,
    ]);
  });
  return [columns.map((column) => t(`file.column.${column}`)), ...rows];
}

/** The ledger as it was written, corrections with their minus. */
export function ledgerRows(record: RunRecord, { t }: ExportWords): Rows {
  const columns = [
    "number",
    "name",
    "day",
    "unit",
    "kind",
    "module",
    "topic",
    "minutes",
    "creditedBy",
  ] as const;
  const people = participantsById(record);
  return [
    columns.map((column) => t(`file.column.${column}`)),
    ...inOrder(record.ledger, people).map((entry) => [
      people.get(entry.enrolmentId)!.number,
      people.get(entry.enrolmentId)!.name,
      dateToDay(entry.day),
      t(`file.unit.${entry.unit}`),
      t(`file.kind.${entry.kind}`),
      entry.moduleId ? moduleTitle(entry.moduleId) : "",
      topicOf(entry),
      entry.minutes,
      entry.creditedById ? nameIn(record, entry.creditedById) : t("file.rule"),
    ]),
  ];
}

/** Results of tests that were sent; questions and answers stay in the portal. */
export function testRows(record: RunRecord, { t, yesNo }: ExportWords): Rows {
  const columns = [
    "number",
    "name",
    "test",
    "attempt",
    "sentAt",
    "correct",
    "questions",
    "needed",
    "passed",
  ] as const;
  const people = participantsById(record);
  const sent = record.tests.flatMap((attempt) =>
    attempt.enrolmentId && attempt.submittedAt
      ? [{ ...attempt, enrolmentId: attempt.enrolmentId, submittedAt: attempt.submittedAt }]
      : [],
  );
  return [
    columns.map((column) => t(`file.column.${column}`)),
    ...inOrder(sent, people).map((attempt) => [
      people.get(attempt.enrolmentId)!.number,
      people.get(attempt.enrolmentId)!.name,
      testTitle(attempt.testKey, t),
      attempt.number,
      `${dayOf(attempt.submittedAt)} ${timeOf(attempt.submittedAt)}`,
      attempt.correctCount ?? "",
      attempt.questionCount,
      attempt.passMark,
      yesNo(attempt.passed === true),
    ]),
  ];
}

/** What the commission decided, with entries voided later. */
export function examRows(record: RunRecord, { t, yesNo }: ExportWords): Rows {
  const columns = ["number", "name", "part", "heldOn", "identity", "result", "voided"] as const;
  const people = participantsById(record);
  return [
    columns.map((column) => t(`file.column.${column}`)),
    ...inOrder(record.results, people).map((result) => [
      people.get(result.enrolmentId)!.number,
      people.get(result.enrolmentId)!.name,
      t(`file.part.${result.part}`),
      dateToDay(result.heldOn),
      yesNo(result.identityChecked),
      t(result.passed ? "file.passedWord" : "file.failedWord"),
      yesNo(result.voidedAt !== null),
    ]),
  ];
}

/** By person, otherwise in the order read. */
function inOrder<Row extends { enrolmentId: string }>(
  rows: readonly Row[],
  people: ReadonlyMap<string, Participant>,
): Row[] {
  return [...rows].sort((a, b) => people.get(a.enrolmentId)!.number - people.get(b.enrolmentId)!.number);
}

function doneOf({ standing }: Participant, code: "theory" | "practice"): number {
  return standing.graduation.requirements.find((one) => one.code === code)?.done ?? 0;
}

/** Number of a certificate that holds. */
function certificateOf({ standing: { certificate } }: Participant): string {
  return certificate && certificate.revokedOn === null ? certificate.number : "";
}

export function timeOf(moment: Date): string {
  return formatTime(minuteOfDay(moment));
}

export function moduleTitle(moduleId: string): string {
  return catalogue().modules.find(({ id }) => id === moduleId)?.title ?? moduleId;
}

/** A lesson's name or a session's topic; reasons of corrections are not for this file. */
function topicOf({
  kind,
  sourceKey,
  note,
}: {
  kind: string;
  sourceKey: string;
  note: string | null;
}): string {
  if (kind === "online_lesson") {
    const lessonId = sourceKey.slice(sourceKey.indexOf(":") + 1);
    return catalogue().lessons.get(lessonId)?.title ?? lessonId;
  }
  return kind === "in_person_session" || kind === "make_up" ? (note ?? "") : "";
}

function testTitle(testKey: string, t: ExportWords["t"]): string {
  const [kind, id = ""] = testKey.split(":");
  if (kind === "lesson") return t("file.lessonTest", { title: catalogue().lessons.get(id)?.title ?? id });
  return kind === "module" ? t("file.moduleTest", { title: moduleTitle(id) }) : testKey;
}

export function nameIn({ names }: RunRecord, accountId: string | null): string {
  return (accountId && names.get(accountId)) ?? "";
}
