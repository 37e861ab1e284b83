import { useTranslation } from "react-i18next";
import { ConfirmButton, DateField, TextArea, type FormState } from "~/ui";
import { reasonLength } from "../../codes";
import type { DecisionKind } from "../../rules/mentors/facts";

interface DecisionFormProps {
  kind: DecisionKind;
  newId: string;
  version: number;
  today: string;
  /** A row of an older register: the day of the certificate on paper is asked for. */
  asksCertificate: boolean;
  state: FormState | undefined;
}

/** One thing a coordinator can decide: what it means, from which day, and why. */
export function DecisionForm({ kind, newId, version, today, asksCertificate, state }: DecisionFormProps) {
  const { t } = useTranslation("mentors");
  const atOnce = kind === "ended" || kind === "renewed";
  return (
    <ConfirmButton
      label={t(`decide.${kind}.label`)}
      title={t(`decide.${kind}.title`)}
      text={<p>{t(`decide.${kind}.text`)}</p>}
      confirmLabel={t(`decide.${kind}.submit`)}
      confirmVariant={kind === "suspended" || kind === "ended" ? "danger" : "primary"}
      values={{ id: newId, version, kind }}
      state={state}
    >
      {kind === "renewed" && asksCertificate && (
        <DateField
          name="certifiedOn"
          label={t("decide.certifiedOn")}
          hint={t("decide.certifiedOnHint")}
          max={today}
        />
      )}
      <DateField
        name="fromDay"
        label={t("decide.fromDay")}
        hint={t(atOnce ? "decide.fromDayNow" : "decide.fromDayHint")}
        defaultValue={today}
        max={atOnce ? today : undefined}
      />
      <TextArea
        name="reason"
        label={t("decide.reason")}
        hint={t("decide.reasonHint")}
        rows={3}
        maxLength={reasonLength}
        lang="cs"
      />
    </ConfirmButton>
  );
}
