import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ErrorSummary,
  Form,
  FormActions,
  formatPercent,
  HiddenField,
  Notice,
  Section,
  StatusTag,
  SubmitButton,
  Time,
  useLanguage,
} from "~/ui";
import type { StartRefusal } from "../../rules/testing/attempt-rules";

interface OwnAttempts {
  refusal: StartRefusal | null;
  standing: { attemptsLeft: number | null; nextAttemptAt: string | Date | null };
  sent: {
    id: string;
    submittedAt: string | Date;
    correctCount: number;
    questionCount: number;
    passed: boolean;
  }[];
}

export interface TestIntroductionProps {
  own: OwnAttempts;
  /** What holds for this test: attempts, pauses, what it is good for. */
  rules: ReactNode;
  freshId: string;
  form: FormState | undefined;
  /** Where a sent attempt is read. */
  resultLink: (attemptId: string) => string;
  back: ReactNode;
}

/** Before a test: its rules, what was reached so far, and the button that draws the questions. */
export function TestIntroduction({ own, rules, freshId, form, resultLink, back }: TestIntroductionProps) {
  const { t } = useTranslation("testing");
  const { standing, refusal } = own;
  return (
    <>
      <Form state={form} className="quiz">
        <ErrorSummary />
        {rules}
        {refusal && (
          <Notice tone={refusal === "alreadyPassed" ? "success" : "info"} title={t(`refusal.${refusal}`)}>
            {standing.nextAttemptAt && (
              <>
                {t("module.nextAt")} <Time value={standing.nextAttemptAt} />.
              </>
            )}
          </Notice>
        )}
        <HiddenField name="id" value={freshId} />
        <FormActions>
          {!refusal && (
            <SubmitButton name="intent" value="start">
              {t("module.start")}
            </SubmitButton>
          )}
          {back}
        </FormActions>
        {!refusal && standing.attemptsLeft !== null && (
          <p className="quiz-kept">{t("module.left", { count: standing.attemptsLeft })}</p>
        )}
      </Form>
      {own.sent.length > 0 && <SentAttempts sent={own.sent} resultLink={resultLink} />}
    </>
  );
}

function SentAttempts({
  sent,
  resultLink,
}: {
  sent: OwnAttempts["sent"];
  resultLink: (attemptId: string) => string;
}) {
  const { t } = useTranslation("testing");
  const language = useLanguage();
  return (
    <Section title={t("module.sent")}>
      <ul className="quiz-sent">
        {sent.map(({ id, submittedAt, correctCount: correct, questionCount: total, passed }) => (
          <li key={id}>
            <Link to={resultLink(id)}>
              <Time value={submittedAt} />
            </Link>{" "}
            {t("module.reached", {
              correct,
              total,
              share: formatPercent(total > 0 ? correct / total : 0, language),
            })}{" "}
            <StatusTag tone={passed ? "success" : "neutral"}>
              {t(passed ? "module.passed" : "module.failed")}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
