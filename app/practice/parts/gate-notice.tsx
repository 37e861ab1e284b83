import { useTranslation } from "react-i18next";
import { formatTeachingHours, LinkButton, Notice, ProgressBar, useLanguage } from "~/ui";
import type { EntryRefusalCode } from "../rules/entry-limits";

interface GateNoticeProps {
  refusal: EntryRefusalCode;
  theory: { credited: number; needed: number };
  pledgeSigned: boolean;
}

/** Why practice cannot be logged, and the one thing to do about it. */
export function GateNotice({ refusal, theory, pledgeSigned }: GateNoticeProps) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  if (refusal === "beforeTheory") {
    const values = {
      needed: formatTeachingHours(theory.needed, language),
      credited: formatTeachingHours(theory.credited, language),
    };
    return (
      <Notice
        tone="info"
        title={t("gate.title")}
        action={<LinkButton to="/kurz">{t("gate.toCourse")}</LinkButton>}
      >
        <p>{t("gate.text", values)}</p>
        <ProgressBar
          label={t("gate.progress")}
          value={theory.credited}
          max={theory.needed}
          valueText={t("gate.progressText", values)}
        />
        {!pledgeSigned && <p>{t("gate.pledgeReady")}</p>}
      </Notice>
    );
  }
  if (refusal === "noPledge") {
    return (
      <Notice
        tone="warning"
        title={t("gate.pledgeTitle")}
        action={<LinkButton to="/praxe/slib">{t("gate.pledgeLink")}</LinkButton>}
      >
        <p>{t("gate.pledgeText")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={t("gate.closedTitle")}>
      <p>{t("gate.closedText")}</p>
    </Notice>
  );
}
