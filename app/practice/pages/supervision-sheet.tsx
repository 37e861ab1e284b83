import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { DataTable, PageHeader, PrintButton, Section } from "~/ui";
import { readSupervision } from "../operations/supervision/read-session.server";
import { useWhen, useWhere } from "../parts/supervision/session-words";

export const handle = pageHandle<PageData>({
  i18n: "supervision",
  title: () => "supervision:sheet.title",
  breadcrumbs: ({ id }) => [
    { text: "supervision:title", to: "/supervize" },
    { text: "supervision:detail.facts", to: `/supervize/${id}` },
    { text: "supervision:sheet.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("supervision:record", async ({ actor, params, now }) => {
  const { id, own, day, startMinute, minutes, place, town, supervisorName, runName, attendees } =
    await readSupervision(actor, params.id, now);
  if (!own) throw new AppError("notFound");
  // Those who said they cannot come are not expected; why they cannot is on no paper.
  const people = attendees
    .filter(({ state }) => state !== "declined" && state !== "excused")
    .map(({ personId, name, kind }) => ({ personId, name, kind }));
  return { id, day, startMinute, minutes, place, town, supervisorName, runName, people };
});

/** A list to print and sign: names and room for signatures, nothing else of anybody. */
export default function SupervisionSheet() {
  const session = useLoaderData<typeof loader>();
  const { t } = useTranslation("supervision");
  const when = useWhen();
  const where = useWhere();
  const { people, supervisorName, runName } = session;
  return (
    <>
      <PageHeader
        eyebrow={runName ?? t("title")}
        title={t("sheet.title")}
        lead={`${when(session)}, ${where(session)}, ${supervisorName}`}
        actions={<PrintButton>{t("sheet.print")}</PrintButton>}
      />
      <Section title={t("detail.people")}>
        <DataTable
          caption={t("sheet.caption")}
          captionHidden
          rows={people}
          rowKey={({ personId }) => personId}
          empty={<p>{t("sheet.none")}</p>}
          columns={[
            { key: "name", header: t("column.name"), cell: ({ name }) => name, phone: "title" },
            { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`person.${kind}`) },
            { key: "minutes", header: t("attendance.minutes"), cell: () => " " },
            { key: "signature", header: t("column.signature"), cell: () => " " },
          ]}
        />
        <p>{t("sheet.supervisor")}: ____________________</p>
      </Section>
    </>
  );
}
