import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ButtonGroup, ConfirmButton, DataTable, EmptyState, Select, TextArea } from "~/ui";
import type { WaitingReading } from "../../operations/recruitment/read-recruitment.server";
import { formOfIntent } from "../form-of-intent";

interface WaitingTableProps {
  waiting: WaitingReading[];
  offerDays: number;
  /** Id of the next move, so that sending its form twice has one effect. */
  moveId: string;
  form: FormState | undefined;
}

/** The waiting list with what can be done for each. */
export function WaitingTable({ waiting, offerDays, moveId, form }: WaitingTableProps) {
  const { t } = useTranslation("recruitment");
  return (
    <DataTable<WaitingReading>
      caption={t("waiting.caption")}
      captionHidden
      rows={waiting}
      rowKey={({ applicationId }) => applicationId}
      empty={<EmptyState title={t("waiting.empty")} />}
      columns={[
        {
          key: "name",
          header: t("waiting.name"),
          phone: "title",
          cell: ({ applicationId, name }) => <Link to={`/prihlasky/${applicationId}`}>{name}</Link>,
        },
        { key: "place", header: t("waiting.place"), cell: ({ place }) => `${place}.` },
        {
          key: "offer",
          header: t("waiting.offer"),
          cell: ({ lastOffer }) => (lastOffer ? t(`offerState.${lastOffer}`) : t("waiting.none")),
        },
        {
          key: "actions",
          header: t("waiting.actions"),
          headerHidden: true,
          cell: (person) => (
            <ButtonGroup>
              {person.refusal === null && <OfferButton person={person} days={offerDays} form={form} />}
              {waiting.length > 1 && (
                <MoveButton person={person} waiting={waiting} moveId={moveId} form={form} />
              )}
            </ButtonGroup>
          ),
        },
      ]}
    />
  );
}

interface PersonProps {
  person: WaitingReading;
  form: FormState | undefined;
}

function OfferButton({ person: { applicationId, name }, days, form }: PersonProps & { days: number }) {
  const { t } = useTranslation("recruitment");
  const sent = formOfIntent(form, "offer");
  return (
    <ConfirmButton
      label={t("waiting.offerNow")}
      title={t("waiting.offerTitle", { name })}
      text={t("waiting.offerText", { count: days })}
      size="sm"
      confirmVariant="primary"
      values={{ intent: "offer", application: applicationId }}
      state={sent?.values.application === applicationId ? sent : undefined}
    />
  );
}

function MoveButton({
  person: { applicationId, name, place },
  waiting,
  moveId,
  form,
}: PersonProps & Pick<WaitingTableProps, "waiting" | "moveId">) {
  const { t } = useTranslation("recruitment");
  const sent = formOfIntent(form, "move");
  const order = waiting.map((one) => one.applicationId).join(",");
  return (
    <ConfirmButton
      label={t("waiting.move")}
      title={t("waiting.moveTitle", { name })}
      text={t("waiting.moveText")}
      confirmLabel={t("waiting.moveSave")}
      variant="quiet"
      confirmVariant="primary"
      size="sm"
      values={{ intent: "move", id: moveId, application: applicationId, order }}
      state={sent?.values.application === applicationId ? sent : undefined}
    >
      <Select
        name="place"
        label={t("waiting.movePlace")}
        width="short"
        options={waiting
          .filter((one) => one.place !== place)
          .map((one) => ({ value: String(one.place), label: t("waiting.moveOption", { place: one.place }) }))}
      />
      <TextArea
        name="reason"
        label={t("waiting.moveReason")}
        hint={t("waiting.moveReasonHint")}
        rows={3}
        maxLength={500}
      />
    </ConfirmButton>
  );
}
