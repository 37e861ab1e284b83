import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, LinkButton, Section } from "~/ui";
import type { ReportMentor } from "../operations/read-report.server";
import type { Period } from "../rules/counting";
import { filterAddress } from "../rules/list-filter";
import { mentorName } from "./mentor-name";
import { reportAddress } from "./report-table";

/** The mentors a number in the report stands for, each with the cases that count. */
export function ReportMentors({
  period,
  mentors,
  all,
}: {
  period: Period;
  mentors: ReportMentor[];
  all: boolean;
}) {
  const { t } = useTranslation("registry");
  const centre = all ? t("report.mentorList.all") : (mentors[0]?.centre ?? "");
  const cases = (mentor: ReportMentor, successfulOnly: boolean) =>
    filterAddress({ centreId: mentor.centreId, mentorId: mentor.id, report: { ...period, successfulOnly } });
  return (
    <Section
      id="mentori"
      title={t("report.mentorList.title")}
      actions={
        <LinkButton to={reportAddress(period)} variant="quiet" size="sm">
          {t("report.mentorList.close")}
        </LinkButton>
      }
    >
      <DataTable<ReportMentor>
        caption={t("report.mentorList.caption", { centre })}
        columns={[
          { key: "mentor", header: t("report.mentorList.mentor"), phone: "title", cell: mentorName },
          { key: "centre", header: t("report.centre"), cell: (mentor) => mentor.centre },
          {
            key: "clients",
            header: t("report.clients"),
            numeric: true,
            cell: (mentor) => <Link to={cases(mentor, false)}>{mentor.clients}</Link>,
          },
          {
            key: "successful",
            header: t("report.successful"),
            numeric: true,
            cell: (mentor) => <Link to={cases(mentor, true)}>{mentor.successful}</Link>,
          },
        ]}
        rows={mentors}
        rowKey={({ id, centreId }) => `${id} ${centreId}`}
      />
    </Section>
  );
}
