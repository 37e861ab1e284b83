import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ButtonGroup, LinkButton, Notice, Stack } from "~/ui";
import type { QuestionFeedback } from "../../operations/testing/test-feedback.server";
import { QuestionAnswers } from "./question-answers";

interface TrialResultProps {
  grade: { passed: boolean; correctCount: number; questionCount: number };
  questions: QuestionFeedback[];
  again: string;
  back: ReactNode;
}

/** How a trial went, of which nothing is kept. */
export function TrialResult({ grade, questions, again, back }: TrialResultProps) {
  const { t } = useTranslation("testing");
  const { passed, correctCount: correct, questionCount: total } = grade;
  return (
    <>
      <Stack>
        <Notice
          tone={passed ? "success" : "info"}
          title={t(passed ? "result.passed" : "result.failed", { correct, total })}
        >
          {t("form.trial")}
        </Notice>
        <ButtonGroup>
          <LinkButton to={again} icon="refresh" variant={passed ? "quiet" : "primary"} reloadDocument>
            {t("result.retry")}
          </LinkButton>
          {back}
        </ButtonGroup>
      </Stack>
      <QuestionAnswers questions={questions} />
    </>
  );
}
