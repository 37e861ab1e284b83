import { useTranslation } from "react-i18next";
import { formatNumber, formatPercent, StatusTag, useLanguage } from "~/ui";
import type { Language } from "~/i18n/languages";
import type { ExamAdmission } from "../rules/exam-admission";

/** Why somebody is, or is not, admitted to the exam: the numbers themselves. */
export function AdmissionSum({ admission }: { admission: ExamAdmission }) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language, 2);
  const minutes = admission.basis === "minutes";
  const sum = {
    theory: number(admission.theory.done),
    practice: number(admission.practice.done),
    done: number(admission.done),
    total: number(admission.total),
    share: shareText(admission, language),
  };
  const needed = { share: formatPercent(admission.neededShare, language), needed: number(admission.needed) };
  const missing = { missing: number(admission.missing) };
  return (
    <div className="stack">
      <p>
        <StatusTag tone={admission.admitted ? "success" : "info"}>
          {t(admission.admitted ? "admission.admitted" : "admission.notAdmitted")}
        </StatusTag>
      </p>
      <p>
        {t(minutes ? "admission.sumMinutes" : "admission.sumHours", sum)}{" "}
        {t(minutes ? "admission.neededMinutes" : "admission.neededHours", needed)}{" "}
        {!admission.admitted && t(minutes ? "admission.missingMinutes" : "admission.missingHours", missing)}
      </p>
    </div>
  );
}

/** The share attended, rounded down, so that 79.9 % does not look like enough. */
export function shareText({ share }: ExamAdmission, language: Language): string {
  return formatPercent(Math.floor(share * 100 + 1e-9) / 100, language);
}
