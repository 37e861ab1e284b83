import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton, StatusTag, TextArea, Time } from "~/ui";
import type { ExamResultRow } from "../../operations/exam/exam-results-of.server";
import { reasonLength } from "../../codes";

interface ExamResultsProps {
  results: readonly ExamResultRow[];
  /** Whether a result written down by mistake can be voided here, and the refused form of the last try. */
  voiding?: { form: FormState | undefined };
}

/** What was written down about somebody's exam. */
export function ExamResults({ results, voiding }: ExamResultsProps) {
  const { t } = useTranslation("exam");
  if (results.length === 0) return <p>{t("results.none")}</p>;
  return (
    <ul className="stack">
      {results.map(({ id, part, passed, heldOn, identityChecked, recordedByName, voidedAt, examDayId }) => (
        <li key={id} className="stack">
          <p className="flex flex-wrap items-center gap-2">
            <StatusTag tone={voidedAt ? "neutral" : passed ? "success" : "danger"}>
              {t("results.line", {
                part: t(`part.${part}`),
                outcome: t(`outcome.${passed ? "passed" : "failed"}`),
              })}
            </StatusTag>
            <span>
              <Time value={heldOn} /> · {recordedByName}
              {identityChecked && ` · ${t("results.identityChecked")}`}
              {voidedAt && ` · ${t("results.voided")}`}
              {examDayId && (
                <>
                  {" · "}
                  <Link to={`/zkousky/${examDayId}`}>{t("results.protocol")}</Link>
                </>
              )}
            </span>
          </p>
          {voiding && !voidedAt && (
            <div>
              <ConfirmButton
                label={t("results.void")}
                title={t("results.voidTitle")}
                text={<p>{t("results.voidText")}</p>}
                variant="quiet"
                size="sm"
                values={{ intent: "void", result: id }}
                state={voiding.form?.values.result === id ? voiding.form : undefined}
              >
                <TextArea
                  name="reason"
                  label={t("results.voidReason")}
                  rows={2}
                  maxLength={reasonLength}
                  lang="cs"
                />
              </ConfirmButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
