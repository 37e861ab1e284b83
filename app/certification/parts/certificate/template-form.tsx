import { useTranslation } from "react-i18next";
import {
  Button,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  type FormState,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
} from "~/ui";
import {
  optionalFields,
  providerSources,
  templateLength,
  type TemplateContent,
} from "../../document/template";
import { templateReasonLength } from "../../template-schema";

interface TemplateFormProps {
  template: { version: number; content: TemplateContent };
  state: FormState | undefined;
}

/**
 * The words of the certificate. It is sent as a document, so that the preview of what is being written can
 * open in another window.
 */
export function TemplateForm({ template: { version, content }, state }: TemplateFormProps) {
  const { t } = useTranslation("certification");
  return (
    <Form method="post" state={state} reloadDocument>
      <ErrorSummary />
      <HiddenField name="intent" value="save" />
      <HiddenField name="version" value={version} />
      <Fieldset legend={t("template.provider")}>
        <TextField
          name="providerName"
          label={t("template.providerName")}
          defaultValue={content.provider.name}
          maxLength={templateLength.provider}
          lang="cs"
        />
        <TextField
          name="providerSeat"
          label={t("template.providerSeat")}
          defaultValue={content.provider.seat}
          maxLength={templateLength.seat}
          optional
          lang="cs"
        />
        <RadioGroup
          name="providerFrom"
          label={t("template.providerFrom")}
          defaultValue={content.providerFrom}
          options={providerSources.map((value) => ({ value, label: t(`template.source.${value}`) }))}
        />
      </Fieldset>
      <TextField
        name="programme"
        label={t("template.programme")}
        defaultValue={content.programme}
        maxLength={templateLength.programme}
        lang="cs"
      />
      <TextField
        name="accreditation"
        label={t("template.accreditation")}
        hint={t("template.accreditationHint")}
        defaultValue={content.accreditation}
        maxLength={templateLength.accreditation}
        lang="cs"
      />
      <Fieldset legend={t("template.signatures")} hint={t("template.signaturesHint")}>
        {([1, 2, 3] as const).map((line) => (
          <TextField
            key={line}
            name={`signature${line}`}
            label={t("template.signature", { line })}
            defaultValue={content.signatures[line - 1] ?? ""}
            maxLength={templateLength.signature}
            optional={line > 1}
            lang="cs"
          />
        ))}
      </Fieldset>
      <CheckboxGroup
        name="printed"
        label={t("template.printed")}
        hint={t("template.printedHint")}
        optional
        defaultValue={content.printed}
        options={optionalFields.map((value) => ({ value, label: t(`template.field.${value}`) }))}
      />
      <TextArea
        name="note"
        label={t("template.note")}
        hint={t("template.noteHint")}
        defaultValue={content.note}
        maxLength={templateLength.note}
        rows={2}
        optional
        lang="cs"
      />
      <TextField
        name="reason"
        label={t("template.reason")}
        hint={t("template.reasonHint")}
        maxLength={templateReasonLength}
        lang="cs"
      />
      <FormActions>
        <SubmitButton>{t("template.save", { version: version + 1 })}</SubmitButton>
        <Button
          type="submit"
          variant="secondary"
          icon="eye"
          formAction="/osvedceni/sablona/nahled"
          formTarget="_blank"
        >
          {t("template.preview")}
        </Button>
      </FormActions>
    </Form>
  );
}
