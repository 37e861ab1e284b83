import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { Disclosure, ErrorSummary, Form, FormActions, HiddenField, SubmitButton, TextArea } from "~/ui";
import { reasonLength } from "../../codes";
import { GuidedEntry, type GuidedEntryProps } from "./guided-entry";

interface PresenceFormProps {
  id: string;
  entries: readonly GuidedEntryProps["entry"][];
  form: FormState | undefined;
}

/** Entries to choose, and the guide's word about those chosen: was there, or was not and why. */
export function PresenceForm({ id, entries, form: sent }: PresenceFormProps) {
  const { t } = useTranslation("practice");
  // Two of these forms may stand on a page: an error belongs to the one that was sent.
  const form = sent?.values.list === id ? sent : undefined;
  return (
    <Form id={id} state={form}>
      <ErrorSummary />
      <HiddenField name="list" value={id} />
      <ul className="stack">
        {entries.map((entry) => (
          <GuidedEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      <FormActions>
        <SubmitButton icon="check" size="lg" name="intent" value="present">
          {t("presence.present")}
        </SubmitButton>
      </FormActions>
      <Disclosure summary={t("presence.absentOpen")} open={form?.values.intent === "absent"}>
        <TextArea
          name="reason"
          label={t("review.reason")}
          hint={t("presence.reasonHint")}
          rows={3}
          maxLength={reasonLength}
          optional
          lang="cs"
        />
        <FormActions>
          <SubmitButton variant="secondary" icon="cross" name="intent" value="absent">
            {t("presence.absent")}
          </SubmitButton>
        </FormActions>
      </Disclosure>
    </Form>
  );
}
