import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonGroup, LinkButton, Notice, Section, Stack, StatusTag } from "~/ui";
import { lessonLink, quizLink } from "../lesson-links";
import type { QuestionFeedback, QuizFeedback } from "../operations/quiz-feedback.server";

interface QuizLesson {
  id: string;
  moduleId: string;
  stillDeclare: boolean;
}

/** How a test went, question by question. */
export function QuizResult({ lesson, result }: { lesson: QuizLesson; result: QuizFeedback }) {
  const { t } = useTranslation("course");
  const { passed, correctCount: correct, questionCount: total } = result;
  const declare = passed && lesson.stillDeclare;
  return (
    <>
      <Stack>
        <Notice
          tone={passed ? "success" : "info"}
          title={t(passed ? "quiz.resultPassed" : "quiz.resultFailed", { correct, total })}
        >
          {declare ? t("quiz.stillDeclare") : t(passed ? "quiz.resultPassedText" : "quiz.resultFailedText")}
        </Notice>
        <ButtonGroup>
          {declare && <LinkButton to={lessonLink(lesson, "dokonceni")}>{t("quiz.toDeclaration")}</LinkButton>}
          <LinkButton
            to={quizLink(lesson)}
            variant={passed ? "quiet" : "primary"}
            icon="refresh"
            reloadDocument
          >
            {t("quiz.retry")}
          </LinkButton>
          <LinkButton to={lessonLink(lesson)} variant="quiet">
            {t("quiz.backToLesson")}
          </LinkButton>
        </ButtonGroup>
      </Stack>
      <Section title={t("quiz.answers")}>
        {result.questions.length === 0 && <p>{t("quiz.outdated")}</p>}
        <ol className="quiz-answers">
          {result.questions.map((question, index) => (
            <Answer key={question.id} lesson={lesson} question={question} order={index + 1} />
          ))}
        </ol>
      </Section>
    </>
  );
}

function Answer({
  lesson,
  question,
  order,
}: {
  lesson: QuizLesson;
  question: QuestionFeedback;
  order: number;
}) {
  const { t } = useTranslation("course");
  return (
    <li className="quiz-answer">
      <div className="quiz-answer-head">
        <h3 lang="cs">
          {order}. {question.prompt}
        </h3>
        <StatusTag tone={question.correct ? "success" : "danger"}>
          {t(question.correct ? "quiz.right" : "quiz.wrong")}
        </StatusTag>
      </div>
      <ul className="quiz-options">
        {question.options.map((option) => (
          <li key={option.id} className={option.correct ? "quiz-option-right" : "quiz-option-wrong"}>
            <p className="quiz-option-marks">
              {[option.chosen && t("quiz.yourAnswer"), option.correct && t("quiz.correctAnswer")]
                .filter(Boolean)
                .join(", ")}
            </p>
            <p lang="cs">
              <strong>{option.text}</strong>
            </p>
            <p lang="cs">{option.why}</p>
          </li>
        ))}
      </ul>
      <p>
        <Link to={lessonLink(lesson, question.anchor)}>
          {t("quiz.whereToRead", { heading: question.anchorText })}
        </Link>
      </p>
    </li>
  );
}
