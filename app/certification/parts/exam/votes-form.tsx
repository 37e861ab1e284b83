import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ErrorSummary, Fieldset, Form, FormActions, HiddenField, Section, Select, SubmitButton } from "~/ui";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { formOfIntent } from "./form-of-candidate";

/** A member's own votes about everybody present; nobody else's are here. */
export function VotesForm({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  const present = day.candidates.filter(({ state }) => state === "present");
  const choices = (["none", "passed", "failed"] as const).map((value) => ({
    value,
    label: t(value === "none" ? "votes.none" : `outcome.${value}`),
  }));
  return (
    <Section title={t("votes.title")} lead={t("votes.lead")}>
      {present.length === 0 ? (
        <p>{t("votes.nobody")}</p>
      ) : (
        <Form state={formOfIntent(form, "vote")} id="votes">
          <ErrorSummary />
          <HiddenField name="intent" value="vote" />
          {present.map(({ id, name, parts }) => (
            <Fieldset key={id} legend={name} row>
              {parts.map(({ part, own }) => (
                <Select
                  key={part}
                  name={`vote-${id}-${part}`}
                  label={t(`part.${part}`)}
                  options={choices}
                  empty={false}
                  defaultValue={own === null ? "none" : own ? "passed" : "failed"}
                />
              ))}
            </Fieldset>
          ))}
          <FormActions>
            <SubmitButton>{t("votes.submit")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}
