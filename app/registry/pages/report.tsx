import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import {
  Button,
  DateField,
  Disclosure,
  EmptyState,
  FieldRow,
  Form,
  FormActions,
  formatDayRange,
  LinkButton,
  Notice,
  PageHeader,
  PrintButton,
  Stack,
  useLanguage,
} from "~/ui";
import { readReport, reportMentors } from "../operations/read-report.server";
import { ReportMentors } from "../parts/report-mentors";
import { reportFileAddress, ReportTable } from "../parts/report-table";
import { readPeriod, yearOf } from "../rules/report-period";

export const handle = pageHandle({ i18n: "registry", title: () => "registry:report.title" });

export const loader = guarded("report:read", async ({ actor, request, now }) => {
  const search = new URL(request.url).searchParams;
  const asked = readPeriod(search.get("od"), search.get("do"));
  const period = asked ?? yearOf(dayOf(now));
  if (search.get("format") === "csv") throw redirect(reportFileAddress(period));
  const report = await readReport(actor, period);
  const mentors = search.get("mentori");
  const centre = report.rows.find(({ centreId }) => centreId === mentors);
  return {
    report,
    badPeriod: asked === null && (search.has("od") || search.has("do")),
    mentors:
      centre || mentors === "vse" ? await reportMentors(actor, period, centre?.centreId ?? null) : null,
    allCentres: !centre,
  };
});

export default function Report() {
  const { report, badPeriod, mentors, allCentres } = useLoaderData<typeof loader>();
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const period = formatDayRange(report.from, report.to, language);
  const empty = report.rows.length === 0;
  return (
    <>
      <PageHeader
        eyebrow={t("report.period", { period })}
        title={t("report.title")}
        lead={t("report.lead")}
        actions={
          !empty && (
            <>
              <PrintButton variant="secondary">{t("report.print")}</PrintButton>
              <LinkButton
                to={reportFileAddress(report)}
                reloadDocument
                download
                variant="secondary"
                icon="download"
              >
                {t("report.csv")}
              </LinkButton>
            </>
          )
        }
      />
      <Stack>
        {badPeriod && <Notice tone="warning">{t("report.badPeriod")}</Notice>}
        <Form method="get" plainFields className="no-print" key={`${report.from} ${report.to}`}>
          <FieldRow>
            <DateField name="od" label={t("report.from")} hint={null} defaultValue={report.from} />
            <DateField name="do" label={t("report.to")} hint={null} defaultValue={report.to} />
          </FieldRow>
          <FormActions>
            <Button type="submit" variant="secondary">
              {t("report.show")}
            </Button>
          </FormActions>
        </Form>
        {empty ? (
          <EmptyState title={t("report.empty")} text={t("report.emptyText")} />
        ) : (
          <ReportTable report={report} caption={t("report.caption", { period })} />
        )}
        {mentors && mentors.length > 0 && (
          <ReportMentors period={report} mentors={mentors} all={allCentres} />
        )}
        <Disclosure summary={t("report.how.summary")}>
          <ul>
            <li>{t("report.how.overlap")}</li>
            <li>{t("report.how.success")}</li>
            <li>{t("report.how.mentors")}</li>
            <li>{t("report.how.clients")}</li>
          </ul>
        </Disclosure>
      </Stack>
    </>
  );
}
