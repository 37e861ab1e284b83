import { useTranslation } from "react-i18next";
import { CheckboxGroup, RadioGroup, TextField } from "~/ui";
import { answerField, longestAnswer, type SentFields } from "../../rules/testing/answer-fields";
import type { AskedQuestion } from "../../rules/testing/question";
import { PartsField } from "./parts-field";

interface QuestionFieldProps {
  question: AskedQuestion;
  order: number;
  /** What the fields hold so far. */
  fields: SentFields;
}

/** A question with the fields of its kind; each works from the keyboard and without scripts. */
export function QuestionField({ question, order, fields }: QuestionFieldProps) {
  const { t } = useTranslation("testing");
  const { id, kind, prompt, options } = question;
  const name = answerField(id);
  const kept = [fields[name] ?? []].flat();
  const label = (
    <span lang="cs">
      {order}. {prompt}
    </span>
  );
  const choices = options.map(({ value, text }) => ({ value, label: text }));
  const className = "quiz-question";
  switch (kind) {
    case "ordering":
    case "matching":
      return <PartsField question={question} label={label} fields={fields} />;
    case "short":
      return (
        <TextField
          name={name}
          label={label}
          hint={t("form.short")}
          defaultValue={kept[0]}
          maxLength={longestAnswer}
          autoComplete="off"
          spellCheck={false}
          lang="cs"
          className={className}
        />
      );
    case "multiple":
      return (
        <CheckboxGroup
          name={name}
          label={label}
          hint={t("form.multiple")}
          options={choices}
          defaultValue={kept}
          className={className}
        />
      );
    default:
      return (
        <RadioGroup
          name={name}
          label={label}
          options={choices}
          defaultValue={kept[0]}
          className={className}
        />
      );
  }
}
