import { useTranslation } from "react-i18next";
import {
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextArea,
  TextField,
  type FormState,
} from "~/ui";
import {
  settingsReasonLength,
  settingValues,
  unconfirmedSettings,
  type ProgrammeSettings,
} from "../rules/programme-settings";
import { settingGroups } from "./setting-groups";

interface SettingsFieldsProps {
  settings: ProgrammeSettings;
  base: string | null;
  newId: string;
  state: FormState | undefined;
}

/** All numbers at once, and why they change. */
export function SettingsFields({ settings, base, newId, state }: SettingsFieldsProps) {
  const { t } = useTranslation("mentors");
  const values = settingValues(settings);
  return (
    <Form state={state}>
      <ErrorSummary />
      <HiddenField name="id" value={newId} />
      {base && <HiddenField name="base" value={base} />}
      {settingGroups.map(({ group, names }) => (
        <Fieldset key={group} legend={t(`settings.${group}`)}>
          {names.map((name) => (
            <TextField
              key={name}
              name={name}
              type="number"
              inputMode="numeric"
              width="short"
              label={t(`settings.${name}`)}
              hint={unconfirmedSettings.includes(name) ? t("settings.unconfirmedHint") : undefined}
              defaultValue={values[name]}
            />
          ))}
        </Fieldset>
      ))}
      <TextArea
        name="reason"
        label={t("settings.reason")}
        hint={t("settings.reasonHint")}
        rows={3}
        maxLength={settingsReasonLength}
        lang="cs"
      />
      <FormActions>
        <SubmitButton>{t("settings.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
