import { useTranslation } from "react-i18next";
import { ButtonGroup, LinkButton, Notice, Stack, Time } from "~/ui";
import { lessonLink, moduleTestLink, quizLink } from "../../lesson-links";
import type { AttemptReading } from "../../operations/testing/read-attempt.server";
import { QuestionAnswers } from "./question-answers";

/** The result of an attempt that was kept, and what comes next. */
export function AttemptResult({
  attempt,
}: {
  attempt: Omit<AttemptReading, "submittedAt"> & { submittedAt: string | Date };
}) {
  const { t } = useTranslation("testing");
  const { test, passed, correctCount: correct, questionCount: total, stillDeclare } = attempt;
  return (
    <>
      <Stack>
        <Notice
          tone={passed ? "success" : "info"}
          title={t(passed ? "result.passed" : "result.failed", { correct, total })}
        >
          <p>
            {stillDeclare ? t("result.stillDeclare") : t(passed ? "result.passedText" : "result.failedText")}{" "}
            {test?.kind === "module" && t("module.noHours")}
          </p>
          <p className="quiz-option-marks">
            {t("result.sentAt")} <Time value={attempt.submittedAt} />.{" "}
            {t("result.passMark", { percent: attempt.passMark })}
          </p>
        </Notice>
        {test ? <NextSteps test={test} attempt={attempt} /> : <p>{t("result.gone")}</p>}
      </Stack>
      <QuestionAnswers questions={attempt.questions} />
    </>
  );
}

function NextSteps({
  test,
  attempt: { passed, stillDeclare },
}: {
  test: NonNullable<AttemptReading["test"]>;
  attempt: Pick<AttemptReading, "passed" | "stillDeclare">;
}) {
  const { t } = useTranslation("testing");
  if (test.kind === "module") {
    return (
      <ButtonGroup>
        {!passed && <LinkButton to={moduleTestLink(test.id)}>{t("result.toTest")}</LinkButton>}
        <LinkButton to="/kurz" variant={passed ? "primary" : "quiet"}>
          {t("module.back")}
        </LinkButton>
      </ButtonGroup>
    );
  }
  return (
    <ButtonGroup>
      {stillDeclare && (
        <LinkButton to={lessonLink(test, "dokonceni")}>{t("result.toDeclaration")}</LinkButton>
      )}
      <LinkButton to={quizLink(test)} variant={passed ? "quiet" : "primary"} icon="refresh" reloadDocument>
        {t("result.retry")}
      </LinkButton>
      <LinkButton to={lessonLink(test)} variant="quiet">
        {t("result.backToLesson")}
      </LinkButton>
    </ButtonGroup>
  );
}
