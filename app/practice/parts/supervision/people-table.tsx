import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton, DataTable, formatMinutesAsHours, type Column } from "~/ui";
import type { SessionDetail, SessionPerson } from "../../operations/supervision/read-session.server";
import { InvitationTag } from "./session-tag";

/** Who was asked, how they answered and how it ended; reasons are the supervisor's only. */
export function PeopleTable({ session, form }: { session: SessionDetail; form: FormState | undefined }) {
  const { t } = useTranslation("supervision");
  const { attendees, own, state } = session;
  const changeable = own && state === "planned";
  const columns: Column<SessionPerson>[] = [
    { key: "name", header: t("column.name"), cell: ({ name }) => name, phone: "title" },
    { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`person.${kind}`) },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state: answer }) => <InvitationTag state={answer} />,
    },
  ];
  if (state === "held")
    columns.push({
      key: "minutes",
      header: t("column.minutes"),
      cell: ({ minutes }) => (minutes === null ? "–" : formatMinutesAsHours(minutes)),
      numeric: true,
    });
  if (attendees.some(({ reason }) => reason !== null))
    columns.push({
      key: "reason",
      header: t("column.reason"),
      cell: ({ reason }) => <span lang="cs">{reason ?? "–"}</span>,
    });
  if (changeable)
    columns.push({
      key: "uninvite",
      header: t("detail.uninviteShort"),
      headerHidden: true,
      cell: ({ personId, name }) => (
        <ConfirmButton
          label={t("detail.uninviteShort")}
          title={t("detail.uninvite", { name })}
          text={t("detail.uninviteText")}
          variant="quiet"
          size="sm"
          values={{ intent: "uninvite", person: personId }}
          state={form?.values.person === personId ? form : undefined}
        />
      ),
    });
  return (
    <DataTable
      caption={t("detail.peopleCaption")}
      captionHidden
      rows={attendees}
      rowKey={({ personId }) => personId}
      empty={<p>{t("detail.peopleNone")}</p>}
      columns={columns}
    />
  );
}
