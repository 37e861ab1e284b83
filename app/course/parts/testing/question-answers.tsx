import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section, StatusTag } from "~/ui";
import { lessonLink } from "../../lesson-links";
import type { ExplainedQuestion, QuestionFeedback } from "../../operations/testing/test-feedback.server";

interface QuestionAnswersProps {
  questions: QuestionFeedback[];
  /** Address of the paragraph a question is about, when it is not in a lesson of the course. */
  placeLink?: PlaceLink;
}

type PlaceLink = (place: NonNullable<ExplainedQuestion["lesson"]>) => string;

const lessonPlace: PlaceLink = (place) => lessonLink(place, place.anchor);

/** A test's questions after it was sent, each with what is right, why, and where to read about it. */
export function QuestionAnswers({ questions, placeLink = lessonPlace }: QuestionAnswersProps) {
  const { t } = useTranslation("testing");
  return (
    <Section title={t("result.answers")}>
      <ol className="quiz-answers">
        {questions.map((question, index) => (
          <Answer key={question.id} question={question} order={index + 1} placeLink={placeLink} />
        ))}
      </ol>
    </Section>
  );
}

interface AnswerProps {
  question: QuestionFeedback;
  order: number;
  placeLink: PlaceLink;
}

function Answer({ question, order, placeLink }: AnswerProps) {
  const { t } = useTranslation("testing");
  const { correct, explained } = question;
  return (
    <li className="quiz-answer">
      <div className="quiz-answer-head">
        <h3 lang={explained ? "cs" : undefined}>
          {explained ? `${order}. ${explained.prompt}` : t("result.question", { order })}
        </h3>
        {correct !== null && (
          <StatusTag tone={correct ? "success" : "danger"}>
            {t(correct ? "result.right" : "result.wrong")}
          </StatusTag>
        )}
      </div>
      {explained ? <Explanation question={explained} placeLink={placeLink} /> : <p>{t("result.changed")}</p>}
    </li>
  );
}

function Explanation({ question, placeLink }: { question: ExplainedQuestion; placeLink: PlaceLink }) {
  const { t } = useTranslation("testing");
  const { kind, why, lesson } = question;
  return (
    <>
      {kind === "ordering" && <Orders question={question} />}
      {kind === "matching" && <Pairs question={question} />}
      {kind === "short" && <Words question={question} />}
      {question.options.length > 0 && <Options question={question} />}
      {why && <p lang="cs">{why}</p>}
      {lesson && (
        <p>
          <Link to={placeLink(lesson)}>{t("result.whereToRead", { heading: lesson.heading })}</Link>
        </p>
      )}
    </>
  );
}

function Options({ question: { options } }: { question: ExplainedQuestion }) {
  const { t } = useTranslation("testing");
  return (
    <ul className="quiz-options">
      {options.map((option) => (
        <li key={option.id} className={option.correct ? "quiz-option-right" : "quiz-option-wrong"}>
          <p className="quiz-option-marks">
            {[option.chosen && t("result.yours"), option.correct && t("result.correct")]
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
  );
}

function Orders({ question: { given, right } }: { question: ExplainedQuestion }) {
  const { t } = useTranslation("testing");
  const same = given.length === right.length && given.every((text, index) => text === right[index]);
  return (
    <div className="quiz-compare">
      {!same && given.length > 0 && <List title={t("result.yours")} lines={given} />}
      <List title={t("result.correct")} lines={right} />
    </div>
  );
}

function List({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div>
      <p className="quiz-option-marks">{title}</p>
      <ol lang="cs" className="quiz-order">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  );
}

function Pairs({ question: { lefts, given, right } }: { question: ExplainedQuestion }) {
  const { t } = useTranslation("testing");
  return (
    <dl className="quiz-pairs">
      {lefts.map((left, index) => (
        <div key={left} className={given[index] === right[index] ? "quiz-pair-right" : "quiz-pair-wrong"}>
          <dt lang="cs">{left}</dt>
          <dd>
            <span lang="cs">{right[index]}</span>
            {given[index] === right[index] ? (
              <span className="quiz-option-marks"> ({t("result.right")})</span>
            ) : (
              given[index] && (
                <span className="quiz-option-marks"> ({t("result.youChose", { answer: given[index] })})</span>
              )
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ question: { given, right } }: { question: ExplainedQuestion }) {
  const { t } = useTranslation("testing");
  return (
    <dl className="quiz-pairs">
      <div>
        <dt>{t("result.yours")}</dt>
        <dd lang="cs">{given[0] ?? t("result.none")}</dd>
      </div>
      <div>
        <dt>{t("result.correct")}</dt>
        <dd lang="cs">{right[0]}</dd>
      </div>
    </dl>
  );
}
