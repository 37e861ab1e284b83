import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton, DataTable, EmptyState, StatusTag, Time, type Tone } from "~/ui";
import type { OfferState } from "../../rules/recruitment/place-offers";
import { formOfIntent } from "../form-of-intent";

/** An offer as the page has it; moments are ISO texts. */
export interface OfferRow {
  id: string;
  applicationId: string;
  name: string;
  state: OfferState;
  offeredAt: string | Date;
  offeredBy: string | null;
  answerBy: string | Date;
  answeredAt: string | Date | null;
}

const tones: Record<OfferState, Tone> = {
  open: "warning",
  accepted: "success",
  declined: "neutral",
  expired: "neutral",
  withdrawn: "neutral",
};

/** Offers of a run's places, open ones with the way to take them back. */
export function OffersTable({ offers, form }: { offers: OfferRow[]; form: FormState | undefined }) {
  const { t } = useTranslation("recruitment");
  const sent = formOfIntent(form, "withdrawOffer");
  return (
    <DataTable<OfferRow>
      caption={t("offers.caption")}
      captionHidden
      rows={offers}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("offers.empty")} />}
      columns={[
        {
          key: "name",
          header: t("offers.name"),
          phone: "title",
          cell: ({ applicationId, name }) => <Link to={`/prihlasky/${applicationId}`}>{name}</Link>,
        },
        {
          key: "state",
          header: t("offers.state"),
          cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`offerState.${state}`)}</StatusTag>,
        },
        {
          key: "offered",
          header: t("offers.offered"),
          cell: ({ offeredAt, offeredBy }) => (
            <>
              <Time value={offeredAt} />, {offeredBy ?? t("offers.rule")}
            </>
          ),
        },
        { key: "until", header: t("offers.until"), cell: ({ answerBy }) => <Time value={answerBy} /> },
        {
          key: "answered",
          header: t("offers.answered"),
          cell: ({ answeredAt }) => (answeredAt ? <Time value={answeredAt} /> : "–"),
        },
        {
          key: "actions",
          header: t("offers.actions"),
          headerHidden: true,
          cell: ({ id, state, name }) =>
            state === "open" && (
              <ConfirmButton
                label={t("offers.withdraw")}
                title={t("offers.withdrawTitle", { name })}
                text={t("offers.withdrawText")}
                variant="quiet"
                size="sm"
                values={{ intent: "withdrawOffer", offer: id }}
                state={sent?.values.offer === id ? sent : undefined}
              />
            ),
        },
      ]}
    />
  );
}
