import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ErrorSummary, Form, FormActions, HiddenField, Notice, SubmitButton } from "~/ui";
import type { Sitting } from "../../operations/testing/read-test.server";
import { keptAnswersLink } from "../../lesson-links";
import { KeptAnswers } from "./kept-answers";
import { QuestionField } from "./question-field";

interface TestFormProps {
  sitting: Sitting;
  form: FormState | undefined;
  /** Key of the test whose answers are kept; null for a trial, of which nothing is kept. */
  testKey: string | null;
  /** Where answers are kept, when it is not the course's own address. */
  keepAt?: string;
  back: ReactNode;
}

/** All questions of a test on one page; what is answered is kept as it is typed. */
export function TestForm({ sitting, form, testKey, keepAt, back }: TestFormProps) {
  const { t } = useTranslation("testing");
  const { attemptId, questions, fields } = sitting;
  const address = keepAt ?? keptAnswersLink(attemptId);
  return (
    <Form state={form} className="quiz" onKeyDown={keepEnterInside}>
      <ErrorSummary />
      {testKey === null && <Notice>{t("form.trial")}</Notice>}
      <HiddenField name="id" value={attemptId} />
      {questions.map((question, index) => (
        <QuestionField key={question.id} question={question} order={index + 1} fields={fields} />
      ))}
      {testKey !== null && <KeptAnswers attemptId={attemptId} testKey={testKey} address={address} />}
      <FormActions>
        <SubmitButton>{t("form.send")}</SubmitButton>
        {testKey !== null && (
          <SubmitButton name="intent" value="save" variant="secondary">
            {t("form.later")}
          </SubmitButton>
        )}
        {back}
      </FormActions>
    </Form>
  );
}

/** Enter in a field of words must not send a test with a limited number of attempts. */
function keepEnterInside(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
