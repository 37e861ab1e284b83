import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames, Select } from "~/ui";
import { FieldErrors, FieldHint } from "~/ui/field";
import { useField } from "~/ui/form";
import { answerField, partField, type SentFields } from "../../rules/testing/answer-fields";
import type { AskedQuestion } from "../../rules/testing/question";

/**
 * Ordering and matching: a choice of its own for every line, so that nothing has to be dragged. An ordering gives
 * each item its place, a matching gives each left side its right one.
 */
export function PartsField({
  question,
  label,
  fields,
}: {
  question: AskedQuestion;
  label: ReactNode;
  fields: SentFields;
}) {
  const { t } = useTranslation("testing");
  const { id, kind, options, lefts } = question;
  const field = useField(answerField(id));
  const ordering = kind === "ordering";
  const hint = t(ordering ? "form.ordering" : "form.matching");
  const lines = ordering ? options.map(({ text }) => text) : lefts;
  const choices = options.map(({ value, text }) => ({
    value,
    label: ordering ? t("form.place", { place: value }) : text,
  }));
  return (
    <fieldset
      id={field.id}
      className={classNames("field quiz-question", field.errors.length > 0 && "field-invalid")}
      aria-describedby={field.describedBy(hint)}
    >
      <legend className="field-label">{label}</legend>
      <FieldHint id={field.hintId} hint={hint} />
      <FieldErrors id={field.errorId} errors={field.errors} />
      <div className="quiz-parts">
        {lines.map((line, index) => {
          const name = partField(id, index + 1);
          const kept = fields[name];
          return (
            <Select
              key={name}
              name={name}
              label={<span lang="cs">{line}</span>}
              options={choices}
              defaultValue={typeof kept === "string" ? kept : null}
              className={ordering ? "quiz-part-place" : "quiz-part"}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
