import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { formatTime } from "~/platform/days";
import {
  Card,
  Columns,
  DataTable,
  DescriptionList,
  formatDay,
  formatMinutesAsHours,
  formatTimeOfDay,
  PageHeader,
  Section,
  Stack,
  useLanguage,
} from "~/ui";
import { readSupervision } from "../operations/supervisions.server";

export const handle = pageHandle({
  i18n: "practice",
  title: () => "practice:supervision.title",
  breadcrumbs: () => [
    { text: "practice:supervision.title", to: "/supervize" },
    { text: "practice:supervision.detail.facts" },
  ],
});

export const loader = guarded("supervision:list", async ({ actor, params }) =>
  readSupervision(actor, params.id),
);

/** One session; the private note is there for its supervisor alone. */
export default function Supervision() {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const session = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("supervision.detail.title", { day: formatDay(session.day, language) })} />
      <Columns
        main={
          <Section title={t("supervision.detail.attendees")}>
            <DataTable
              caption={t("supervision.detail.attendeesCaption")}
              captionHidden
              rows={session.attendees}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "name",
                  header: t("supervision.detail.name"),
                  cell: ({ name }) => name,
                  phone: "title",
                },
                {
                  key: "kind",
                  header: t("supervision.detail.kind"),
                  cell: ({ kind }) => t(`supervision.detail.${kind}`),
                },
                {
                  key: "minutes",
                  header: t("supervision.detail.minutes"),
                  cell: ({ minutes }) => formatMinutesAsHours(minutes),
                  numeric: true,
                },
              ]}
            />
          </Section>
        }
        side={
          <Stack>
            <Card title={t("supervision.detail.facts")} level={2}>
              <DescriptionList
                columns={2}
                items={[
                  {
                    label: t("supervision.time"),
                    value: formatTimeOfDay(formatTime(session.startMinute), language),
                  },
                  { label: t("supervision.length"), value: formatMinutesAsHours(session.minutes) },
                  { label: t("supervision.town"), value: session.town },
                  { label: t("supervision.form"), value: t(`supervision.forms.${session.form}`) },
                  session.runName !== null && { label: t("supervision.run"), value: session.runName },
                  { label: t("supervision.supervisor"), value: session.supervisorName },
                ]}
              />
            </Card>
            {session.own && (
              <Card
                title={t("supervision.detail.note")}
                lead={t("supervision.detail.noteLead")}
                level={2}
                icon="lock"
                tone="sunken"
              >
                <p className="whitespace-pre-line" lang="cs">
                  {session.note ?? t("supervision.detail.noteNone")}
                </p>
              </Card>
            )}
          </Stack>
        }
      />
    </>
  );
}
