import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  DescriptionList,
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  pragueDay,
  Section,
  Time,
  useLanguage,
  type NoticeTone,
} from "~/ui";
import type { OwnApplication as Application } from "../operations/own-application.server";
import { isOpenApplication, type ApplicationState } from "../rules/application-states";
import { OwnOffer, type OfferOnPage } from "./recruitment/own-offer";
import { ApplicationStateTag } from "./state-tags";

const tones: Record<ApplicationState, NoticeTone> = {
  submitted: "info",
  waiting: "info",
  admitted: "success",
  rejected: "warning",
  withdrawn: "info",
};

/** Where one's own application stands. */
export function OwnApplication({
  application,
  form,
  offerForm,
}: {
  application: Omit<Application, "offer"> & { offer: OfferOnPage | null };
  form: FormState | undefined;
  /** The refused answer to an offered place. */
  offerForm: FormState | undefined;
}) {
  const { t } = useTranslation("course");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const { id, version, state, run } = application;
  const isOpen = isOpenApplication(state);
  return (
    <>
      <PageHeader
        title={t("apply.ownTitle")}
        status={<ApplicationStateTag state={state} />}
        lead={t("apply.sent", { day: formatDay(pragueDay(application.submittedAt), language) })}
        actions={!isOpen && <LinkButton to="/kurz/prihlaska?znovu">{t("apply.again")}</LinkButton>}
      />
      {application.offer && <OwnOffer offer={application.offer} form={offerForm} />}
      <Notice tone={tones[state]}>
        <p>
          {t(`apply.status.${state}`, {
            run: run?.name ?? "",
            day: run ? formatDay(run.startsOn, language) : "",
          })}
        </p>
        {application.ahead !== null && (
          <p>
            {application.ahead === 0 ? t("apply.aheadNone") : t("apply.ahead", { count: application.ahead })}
          </p>
        )}
        {application.reason && (
          <p>
            <strong>{t("apply.reason")}:</strong> {application.reason}
          </p>
        )}
      </Notice>
      <Section title={t("apply.whatYouSent")}>
        <DescriptionList
          items={[
            { label: t("apply.birthDate"), value: <Time value={application.birthDate} /> },
            application.birthPlace !== null && {
              label: t("apply.birthPlace"),
              value: application.birthPlace,
            },
            { label: t("apply.town"), value: application.town },
            application.regionCode !== null && {
              label: t("apply.region"),
              value: common(`region.${application.regionCode}` as "region.CZ042"),
            },
            { label: t("apply.phone"), value: application.phone ?? "" },
            {
              label: t("apply.motivation"),
              value: <span className="written">{application.motivation}</span>,
            },
          ]}
        />
      </Section>
      {isOpen && (
        <ConfirmButton
          label={t("apply.withdraw")}
          title={t("apply.withdrawTitle")}
          text={t("apply.withdrawText")}
          action="/kurz/prihlaska?zpet"
          values={{ id, version }}
          state={form}
        />
      )}
    </>
  );
}
