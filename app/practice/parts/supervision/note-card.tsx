import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  Card,
  ConfirmButton,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  SubmitButton,
  TextArea,
  useLanguage,
} from "~/ui";
import { privateNoteLength } from "../../codes";

interface NoteCardProps {
  note: { text: string | null; deleteOn: string | null };
  version: number;
  form: FormState | undefined;
}

/** The supervisor's private note: when it goes, and the ways to change it or erase it earlier. */
export function NoteCard({ note, version, form }: NoteCardProps) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  const { text, deleteOn } = note;
  const state = form?.values.intent === "note" ? form : undefined;
  return (
    <Card title={t("note.title")} lead={t("note.lead")} level={2} icon="lock" tone="sunken">
      <p className="whitespace-pre-line" lang="cs">
        {text ?? t("note.none")}
      </p>
      {deleteOn && (
        <p className="text-muted">
          {t("note.deleteOn", { day: formatDay(deleteOn, language), unconfirmed: t("unconfirmed") })}
        </p>
      )}
      <Disclosure summary={t(text === null ? "note.write" : "note.edit")} open={state !== undefined}>
        <Form id="note" state={state} resetOn={String(version)}>
          <ErrorSummary />
          <HiddenField name="intent" value="note" />
          <HiddenField name="version" value={version} />
          <TextArea
            name="note"
            label={t("note.label")}
            rows={6}
            maxLength={privateNoteLength}
            defaultValue={text}
            lang="cs"
          />
          <FormActions>
            <SubmitButton variant="secondary">{t("note.save")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
      {text !== null && (
        <ConfirmButton
          label={t("note.erase")}
          title={t("note.eraseTitle")}
          text={t("note.eraseText")}
          variant="quiet"
          values={{ intent: "eraseNote", version }}
          state={form?.values.intent === "eraseNote" ? form : undefined}
        />
      )}
    </Card>
  );
}
