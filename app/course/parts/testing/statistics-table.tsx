import { useTranslation } from "react-i18next";
import { DataTable, formatNumber, formatPercent, Section, StatusTag, useLanguage } from "~/ui";
import type { QuestionStatistics } from "../../operations/testing/question-statistics.server";
import { fewestAnswers, weakDiscrimination } from "../../rules/testing/item-statistics";

type Row = QuestionStatistics["questions"][number];

/** How each question of a module works; nobody is named. */
export function StatisticsTable({ questions }: { questions: Row[] }) {
  const { t } = useTranslation("testing");
  const language = useLanguage();
  return (
    <DataTable
      caption={t("statistics.caption")}
      captionHidden
      rows={questions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "prompt",
          header: t("statistics.question"),
          phone: "title",
          cell: ({ prompt, lesson }) => (
            <div lang="cs">
              <p>{prompt}</p>
              <p className="quiz-option-marks">{lesson}</p>
            </div>
          ),
        },
        { key: "asked", header: t("statistics.asked"), numeric: true, cell: ({ asked }) => asked },
        {
          key: "difficulty",
          header: t("statistics.difficulty"),
          numeric: true,
          cell: ({ asked, difficulty }) => (asked === 0 ? "–" : formatPercent(difficulty, language)),
        },
        {
          key: "discrimination",
          header: t("statistics.discrimination"),
          numeric: true,
          cell: ({ discrimination }) =>
            discrimination === null ? "–" : formatNumber(discrimination, language, 2),
        },
        { key: "note", header: t("statistics.note"), cell: (row) => <Note row={row} /> },
      ]}
    />
  );
}

function Note({ row: { asked, few, difficulty, discrimination } }: { row: Row }) {
  const { t } = useTranslation("testing");
  if (asked === 0) return <StatusTag>{t("statistics.never")}</StatusTag>;
  if (few) return <StatusTag>{t("statistics.few")}</StatusTag>;
  if (discrimination !== null && discrimination < 0)
    return <StatusTag tone="warning">{t("statistics.reversed")}</StatusTag>;
  if (difficulty === 1) return <StatusTag>{t("statistics.everybody")}</StatusTag>;
  if (discrimination === null || discrimination < weakDiscrimination)
    return <StatusTag tone="info">{t("statistics.weak")}</StatusTag>;
  return <StatusTag tone="success">{t("statistics.good")}</StatusTag>;
}

/** How the figures are counted and what to make of them. */
export function StatisticsNotes() {
  const { t } = useTranslation("testing");
  return (
    <Section title={t("statistics.howTitle")}>
      <ul>
        <li>{t("statistics.howFirst")}</li>
        <li>{t("statistics.howDifficulty")}</li>
        <li>{t("statistics.howDiscrimination")}</li>
        <li>{t("statistics.howFew", { count: fewestAnswers })}</li>
      </ul>
    </Section>
  );
}
