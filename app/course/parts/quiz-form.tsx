import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  CheckboxGroup,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  LinkButton,
  Notice,
  RadioGroup,
  SubmitButton,
} from "~/ui";
import { lessonLink } from "../lesson-links";
import { orderedOptions, type AskedQuestion } from "../rules/quiz";

interface QuizView {
  id: string;
  moduleId: string;
  stored: boolean;
  attemptId: string;
  questions: AskedQuestion[];
}

/** All questions of a test on one page. */
export function QuizForm({ quiz, form }: { quiz: QuizView; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  // A refused form keeps its attempt, and with it the order in which its options were read.
  const sentId = form?.values.id;
  const attemptId = typeof sentId === "string" ? sentId : quiz.attemptId;
  return (
    <Form state={form} className="quiz">
      <ErrorSummary />
      {!quiz.stored && <Notice>{t("quiz.trial")}</Notice>}
      <HiddenField name="id" value={attemptId} />
      {quiz.questions.map((question, index) => (
        <Question key={question.id} question={question} order={index + 1} attemptId={attemptId} />
      ))}
      <FormActions>
        <SubmitButton>{t("quiz.send")}</SubmitButton>
        <LinkButton to={lessonLink(quiz)} variant="quiet">
          {t("quiz.backToLesson")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function Question({
  question,
  order,
  attemptId,
}: {
  question: AskedQuestion;
  order: number;
  attemptId: string;
}) {
  const { t } = useTranslation("course");
  const { id, kind, prompt, options } = question;
  const shared = {
    name: `q-${id}`,
    label: (
      <span lang="cs">
        {order}. {prompt}
      </span>
    ),
    options: orderedOptions(kind, options, `${attemptId}/${id}`).map(({ id: value, text }) => ({
      value,
      label: text,
    })),
    className: "quiz-question",
  };
  return kind === "multiple" ? (
    <CheckboxGroup {...shared} hint={t("quiz.multiple")} />
  ) : (
    <RadioGroup {...shared} />
  );
}
