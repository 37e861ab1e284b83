import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { Card, Disclosure, formatDay, StatusTag, useLanguage } from "~/ui";
import type { Examinee } from "../../operations/exam/read-run-exam.server";
import { shareText } from "../admission-sum";
import { StandingSentence } from "../standing-sentence";
import { AdmissionBases } from "./admission-bases";
import { DeadlineList } from "./deadline-list";
import { ExamResults } from "./exam-results";
import { GraduationSentences } from "./graduation-sentences";

interface ExamineeCardProps {
  examinee: Examinee;
  runId: string;
  /** Whether results may be taken back here, and the refused form of the last try. */
  voiding: { form: FormState | undefined } | undefined;
}

/** One trainee before and after the exam: admission as a calculation, results, what can still be done. */
export function ExamineeCard({ examinee, runId, voiding }: ExamineeCardProps) {
  const { t } = useTranslation("exam");
  const language = useLanguage();
  const { enrolmentId, name, standing, admission, planned, results, deadlines } = examinee;
  const passedOn = standing.examPassedOn;
  return (
    <Card
      level={3}
      icon="person"
      title={<Link to={`/behy/${runId}/ucastnik/${enrolmentId}`}>{name}</Link>}
      lead={<StandingSentence standing={standing} />}
      status={
        passedOn ? (
          <StatusTag tone="success">{t("person.passed", { day: formatDay(passedOn, language) })}</StatusTag>
        ) : planned ? (
          <StatusTag tone="info">{t("person.planned")}</StatusTag>
        ) : undefined
      }
    >
      <div className="stack">
        {!passedOn && (
          <Disclosure
            summary={t(standing.admission.admitted ? "person.admittedWhy" : "person.notAdmittedWhy", {
              share: shareText(standing.admission, language),
            })}
          >
            <AdmissionBases admission={admission} />
          </Disclosure>
        )}
        <GraduationSentences graduation={standing.graduation} />
        <DeadlineList deadlines={deadlines} />
        {results.length > 0 && (
          <ExamResults results={results} voiding={standing.state === "active" ? voiding : undefined} />
        )}
      </div>
    </Card>
  );
}
