import type { Paper } from "~/certification/index.server";
import { dayOf } from "~/platform/days";
import { formatDay, formatDayRange } from "~/ui/formatting";
import type { RunRecord } from "./collect.server";
import { moduleTitle, timeOf } from "./tables.server";
import { participantsById, type ExportWords } from "./words.server";

type Column = Paper["blocks"][number]["columns"][number];

/** The register of participants, with room for signatures. */
export function registerPaper(record: RunRecord, words: ExportWords): Paper {
  const { t, course } = words;
  return {
    ...headOf(record, words, t("file.pdf.registerTitle")),
    blocks: [
      {
        columns: columnsOf(words, { number: 7, name: 30, born: 16, birthPlace: 23, state: 24 }),
        rows: record.participants.map((one) => [
          String(one.number),
          one.name,
          formatDay(one.birthDate, "cs"),
          one.birthPlace ?? "",
          course(`enrolmentState.${one.state}`),
        ]),
      },
    ],
    closing: [t("file.pdf.confirmed")],
  };
}

/** One block for each session that was not cancelled; who was there, and room for signatures. */
export function attendancePaper(record: RunRecord, words: ExportWords): Paper {
  const { t } = words;
  const sessions = record.sessions.filter(({ state }) => state !== "cancelled");
  const columns = columnsOf(words, {
    number: 7,
    name: 33,
    presence: 18,
    arrived: 11,
    left: 11,
    signature: 20,
  });
  return {
    ...headOf(record, words, t("file.pdf.attendanceTitle")),
    blocks: sessions.map((session) => {
      const there = new Map(session.attendance.map((row) => [row.enrolmentId, row]));
      return {
        heading: t("file.pdf.sessionLine", {
          day: formatDay(dayOf(session.startsAt), "cs"),
          from: timeOf(session.startsAt),
          to: timeOf(session.endsAt),
          place: session.place,
        }),
        note: t("file.pdf.sessionTopic", { module: moduleTitle(session.moduleId), topic: session.topic }),
        columns,
        rows: record.participants.map(({ number, name, enrolmentId }) => {
          const row = there.get(enrolmentId);
          return [
            String(number),
            name,
            row ? t(`file.presence.${row.state}`) : "",
            row?.arrivedAt ? timeOf(row.arrivedAt) : "",
            row?.leftAt ? timeOf(row.leftAt) : "",
            "",
          ];
        }),
      };
    }),
    closing: sessions.length === 0 ? [t("file.pdf.noSessions")] : [t("file.pdf.confirmed")],
  };
}

/** The record of the final exam: what is known is filled in, the commission signs. */
export function examPaper(record: RunRecord, words: ExportWords): Paper {
  const { t } = words;
  const parts = record.run.settings.examParts;
  const people = participantsById(record);
  const rest = 50 / (parts.length + 1);
  return {
    ...headOf(record, words, t("file.pdf.examTitle")),
    blocks: [
      {
        columns: [
          ...columnsOf(words, { number: 7, name: 27, born: 16 }),
          ...parts.map((part) => ({ label: t(`file.part.${part}`), share: rest })),
          { label: t("file.column.signature"), share: rest },
        ],
        rows: [...people.values()].map(({ number, name, birthDate, enrolmentId }) => [
          String(number),
          name,
          formatDay(birthDate, "cs"),
          ...parts.map((part) => {
            const last = record.results
              .filter((one) => one.enrolmentId === enrolmentId && one.part === part && one.voidedAt === null)
              .at(-1);
            return last ? t(last.passed ? "file.passedWord" : "file.failedWord") : "";
          }),
          "",
        ]),
      },
      {
        heading: t("file.pdf.commission"),
        columns: [
          { label: "", share: 30 },
          { label: t("file.column.name"), share: 35 },
          { label: t("file.pdf.signatures"), share: 35 },
        ],
        rows: ["chair", "member", "member"].map((role) => [t(`file.pdf.${role as "chair"}`), "", ""]),
      },
    ],
    closing: [t("file.pdf.basis")],
  };
}

function headOf(
  { run, provider }: RunRecord,
  { t }: ExportWords,
  title: string,
): Pick<Paper, "title" | "lines" | "day" | "page"> {
  return {
    title,
    lines: [
      ...(provider ? [t("file.pdf.provider", { name: provider })] : []),
      t("file.pdf.run", { name: run.name, town: run.town }),
      t("file.pdf.dates", { dates: formatDayRange(run.startsOn, run.endsOn, "cs") }),
      ...(run.accreditationNumber ? [t("file.pdf.accreditation", { number: run.accreditationNumber })] : []),
    ],
    // Not today: the same data give the same file whenever it is asked for.
    day: run.startsOn,
    page: (page, pages) => t("file.pdf.page", { page, pages }),
  };
}

type ColumnKey =
  "number" | "name" | "born" | "birthPlace" | "state" | "presence" | "arrived" | "left" | "signature";

function columnsOf({ t }: ExportWords, shares: Partial<Record<ColumnKey, number>>): Column[] {
  return Object.entries(shares).map(([key, share]) => ({
    label: t(`file.column.${key as ColumnKey}`),
    share,
  }));
}
