import { useTranslation } from "react-i18next";
import { DataTable, formatDay, Time, useLanguage } from "~/ui";
import type { BoardRow } from "../../operations/mentors/board.server";
import { MentorStateTag } from "./mentor-state-tag";

/** Mentors of one region in the order given; on a phone each is a card. */
export function BoardTable({ caption, rows }: { caption: string; rows: readonly BoardRow[] }) {
  const { t } = useTranslation("mentors");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/mentori/${id}`}
      columns={[
        {
          key: "mentor",
          header: t("board.mentor"),
          phone: "title",
          cell: ({ name, code }) => (
            <>
              {name ?? code}
              {name && <span className="block text-sm font-normal text-ink-soft">{code}</span>}
            </>
          ),
        },
        { key: "state", header: t("board.state"), cell: ({ state }) => <MentorStateTag state={state} /> },
        { key: "deadline", header: t("board.deadline"), cell: (row) => <Deadline row={row} /> },
        {
          key: "last",
          header: t("board.last"),
          cell: ({ lastSupervisionOn }) => (lastSupervisionOn ? <Time value={lastSupervisionOn} /> : "–"),
        },
        { key: "cases", header: t("board.cases"), numeric: true, cell: ({ openCases }) => openCases },
        { key: "experience", header: t("board.experience"), cell: (row) => <Experience row={row} /> },
        { key: "certificate", header: t("board.certificate"), cell: (row) => <Certificate row={row} /> },
      ]}
    />
  );
}

/** The day, and how far it is. */
function Deadline({ row: { dueOn, daysLeft, exemptTo } }: { row: BoardRow }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  if (dueOn === null || daysLeft === null) return <>–</>;
  const far =
    exemptTo !== null
      ? t("board.exempt", { day: formatDay(exemptTo, language) })
      : daysLeft === 0
        ? t("board.today")
        : t(daysLeft > 0 ? "board.left" : "board.overdue", { count: Math.abs(daysLeft) });
  return (
    <>
      <Time value={dueOn} />
      <span className="block text-sm text-ink-soft">{far}</span>
    </>
  );
}

function Experience({ row: { missing, state } }: { row: BoardRow }) {
  const { t } = useTranslation("mentors");
  const language = useLanguage();
  if (state === "ended") return <>–</>;
  if (!missing) return <>{t("board.experienced")}</>;
  const lacks = [
    missing.months &&
      (missing.monthsOn
        ? t("board.missingMonths", { day: formatDay(missing.monthsOn, language) })
        : t("board.missingSince")),
    missing.closedCases > 0 && t("board.missingCases", { count: missing.closedCases }),
  ];
  return (
    <>
      {t("board.notExperienced")}
      <span className="block text-sm text-ink-soft">{lacks.filter(Boolean).join(", ")}</span>
    </>
  );
}

function Certificate({ row: { certificate, certifiedOn } }: { row: BoardRow }) {
  const { t } = useTranslation("mentors");
  if (!certificate) return <>{certifiedOn ? t("board.paper") : "–"}</>;
  return (
    <>
      {certificate.number}
      <span className="block text-sm text-ink-soft">
        {t(certificate.revokedOn ? "board.revoked" : "board.valid")}
      </span>
    </>
  );
}
