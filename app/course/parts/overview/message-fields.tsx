import { useTranslation } from "react-i18next";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Select,
  SubmitButton,
  TextArea,
  TextField,
  type FormState,
} from "~/ui";

interface MessageFieldsProps {
  trainees: { enrolmentId: string; name: string }[];
  formId: string;
  /** Enrolment the form was opened for. */
  chosen: string | null;
  form: FormState | undefined;
}

/** The form of a message to one or to all. */
export function MessageFields({ trainees, formId, chosen, form }: MessageFieldsProps) {
  const { t } = useTranslation("overview");
  const known = trainees.some(({ enrolmentId }) => enrolmentId === chosen);
  return (
    <Form method="post" state={form}>
      <ErrorSummary />
      <HiddenField name="id" value={formId} />
      <Select
        name="to"
        label={t("messages.to")}
        empty={false}
        defaultValue={known ? chosen : "all"}
        options={[
          { value: "all", label: t("messages.toAll", { count: trainees.length }) },
          ...trainees.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name })),
        ]}
      />
      <TextField name="subject" label={t("messages.subject")} hint={t("messages.subjectHint")} />
      <TextArea
        name="text"
        label={t("messages.text")}
        hint={t("messages.textHint")}
        rows={8}
        maxLength={4000}
      />
      <FormActions>
        <SubmitButton>{t("messages.send")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
