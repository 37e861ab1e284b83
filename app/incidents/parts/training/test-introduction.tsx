import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  Section,
  StatusTag,
  SubmitButton,
  Time,
} from "~/ui";
import { trainingResultLink } from "../../rules/monitoring-training";

interface Sent {
  id: string;
  submittedAt: string | Date;
  correctCount: number;
  questionCount: number;
  passed: boolean;
}

interface TrainingTestIntroductionProps {
  own: {
    refusal: "alreadyPassed" | "noAttemptsLeft" | "coolingOff" | null;
    standing: { nextAttemptAt: string | Date | null };
    sent: Sent[];
  };
  freshId: string;
  form: FormState | undefined;
  back: ReactNode;
}

/** Before the test: its rules, attempts so far, and the button that draws the questions. */
export function TrainingTestIntroduction({ own, freshId, form, back }: TrainingTestIntroductionProps) {
  const { t } = useTranslation(["incidents", "testing"]);
  const { refusal, standing, sent } = own;
  return (
    <>
      <Form state={form} className="quiz">
        <ErrorSummary />
        <p>{t("course.testRules")}</p>
        <p>{t("testing:module.kept")}</p>
        {refusal && (
          <Notice
            tone={refusal === "alreadyPassed" ? "success" : "info"}
            title={t(`testing:refusal.${refusal}`)}
          >
            {standing.nextAttemptAt && (
              <>
                {t("course.nextAt")} <Time value={standing.nextAttemptAt} />.
              </>
            )}
          </Notice>
        )}
        <HiddenField name="id" value={freshId} />
        <FormActions>
          {!refusal && (
            <SubmitButton name="intent" value="start">
              {t("testing:module.start")}
            </SubmitButton>
          )}
          {back}
        </FormActions>
      </Form>
      {sent.length > 0 && <SentAttempts sent={sent} />}
    </>
  );
}

function SentAttempts({ sent }: { sent: Sent[] }) {
  const { t } = useTranslation(["incidents", "testing"]);
  return (
    <Section title={t("testing:module.sent")}>
      <ul className="quiz-sent">
        {sent.map(({ id, submittedAt, correctCount: correct, questionCount: total, passed }) => (
          <li key={id}>
            <Link to={trainingResultLink(id)}>
              <Time value={submittedAt} />
            </Link>{" "}
            {t("course.reached", { correct, total })}{" "}
            <StatusTag tone={passed ? "success" : "neutral"}>
              {t(passed ? "testing:module.passed" : "testing:module.failed")}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
