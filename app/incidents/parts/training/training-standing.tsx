import { useTranslation } from "react-i18next";
import { LinkButton, Notice, Section, Time } from "~/ui";

interface TrainingStandingProps {
  trainedOn: string | null;
  mayReport: boolean;
}

/** Whether the reader may report already, and what is missing. */
export function TrainingStanding({ trainedOn, mayReport }: TrainingStandingProps) {
  const { t } = useTranslation("incidents");
  if (!mayReport) return <Notice title={t("course.reader")}>{t("course.readerText")}</Notice>;
  if (!trainedOn) return <Notice title={t("course.missing")}>{t("course.missingText")}</Notice>;
  return (
    <Notice
      tone="success"
      title={t("course.trained")}
      action={<LinkButton to="/incidenty/nahlasit">{t("list.report")}</LinkButton>}
    >
      {t("course.trainedSince")} <Time value={trainedOn} />. {t("course.trainedText")}
    </Notice>
  );
}

/** Why the training is there and what passing it gives. */
export function TrainingPurpose() {
  const { t } = useTranslation("incidents");
  return (
    <Section title={t("training.why")}>
      <p>{t("training.whyText")}</p>
      <p>{t("course.gives")}</p>
    </Section>
  );
}
