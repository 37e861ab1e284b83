import { useTranslation } from "react-i18next";
import { CheckboxGroup, DescriptionList, Fieldset, RadioGroup, TextField } from "~/ui";
import {
  settingsGroups,
  settingsLimits,
  type SettingsFields as Values,
  type SettingsNumber,
} from "../../rules/recruitment/settings-fields";

const hinted = ["teachingHour", "practiceHour", "examAdmissionPercent", "resitWithinDays"] as const;
type Hinted = (typeof hinted)[number];
const isHinted = (field: SettingsNumber): field is Hinted => (hinted as readonly string[]).includes(field);

const groups = Object.entries(settingsGroups) as [keyof typeof settingsGroups, readonly SettingsNumber[]][];

/** The settings of a run as fields, group by group. */
export function SettingsFields({ values }: { values: Values }) {
  const { t } = useTranslation("recruitment");
  return (
    <>
      {groups.map(([group, fields]) => (
        <Fieldset key={group} legend={t(`settings.group.${group}`)}>
          {fields.map((field) => (
            <TextField
              key={field}
              name={field}
              type="number"
              inputMode="numeric"
              width="short"
              label={t(`settings.${field}`)}
              hint={isHinted(field) ? t(`settings.hint.${field}`) : undefined}
              min={settingsLimits[field][0]}
              max={settingsLimits[field][1]}
              defaultValue={values[field]}
            />
          ))}
          {group === "exam" && <ExamFields values={values} />}
        </Fieldset>
      ))}
    </>
  );
}

function ExamFields({ values }: { values: Values }) {
  const { t } = useTranslation("recruitment");
  return (
    <>
      <RadioGroup
        name="examBasis"
        label={t("settings.examBasis")}
        hint={t("settings.examBasisHint")}
        defaultValue={values.examBasis}
        options={(["minutes", "teachingHours"] as const).map((value) => ({
          value,
          label: t(`settings.basis.${value}`),
        }))}
      />
      <CheckboxGroup
        name="examParts"
        label={t("settings.examParts")}
        hint={t("settings.examPartsHint")}
        defaultValue={values.examParts}
        options={(["written", "oral", "practical"] as const).map((value) => ({
          value,
          label: t(`settings.part.${value}`),
        }))}
      />
    </>
  );
}

/** The same settings to read, once they are frozen. */
export function SettingsList({ values }: { values: Values }) {
  const { t } = useTranslation("recruitment");
  return (
    <DescriptionList
      columns={2}
      items={[
        ...groups.flatMap(([, fields]) =>
          fields.map((field) => ({ label: t(`settings.${field}`), value: values[field] })),
        ),
        { label: t("settings.examBasis"), value: t(`settings.basis.${values.examBasis}`) },
        {
          label: t("settings.examParts"),
          value: values.examParts.map((part) => t(`settings.part.${part}`)).join(", "),
        },
      ]}
    />
  );
}
