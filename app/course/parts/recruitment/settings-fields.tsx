import { useTranslation } from "react-i18next";
import { CheckboxGroup, DescriptionList, Fieldset, RadioGroup, TextField } from "~/ui";
import { activityKinds } from "~/practice/index";
import {
  mostPlanned,
  planField,
  settingsGroups,
  settingsLimits,
  type SettingsFields as Values,
  type SettingsNumber,
} from "../../rules/recruitment/settings-fields";

const hinted = [
  "teachingHour",
  "practiceHour",
  "examAdmissionPercent",
  "resitWithinDays",
  "substituteWithinDays",
  "excuseWorkingDays",
] as const;
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
          {group === "practice" && <PracticeFields values={values} />}
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

function PracticeFields({ values }: { values: Values }) {
  const { t } = useTranslation("recruitment");
  const { t: practice } = useTranslation("practice");
  return (
    <>
      <RadioGroup
        name="presenceConfirmation"
        label={t("settings.presence")}
        hint={t("settings.presenceHint")}
        defaultValue={values.presenceConfirmation}
        options={(["required", "optional"] as const).map((value) => ({
          value,
          label: t(`settings.presenceKind.${value}`),
        }))}
      />
      <Fieldset legend={t("settings.plan")} hint={t("settings.planHint")}>
        {activityKinds.map((activity) => (
          <TextField
            key={activity}
            name={planField(activity)}
            type="number"
            inputMode="numeric"
            width="short"
            label={practice(`activity.${activity}`)}
            min={0}
            max={mostPlanned}
            defaultValue={values.practicePlan[activity] ?? 0}
          />
        ))}
      </Fieldset>
    </>
  );
}

/** The same settings to read, once they are frozen. */
export function SettingsList({ values }: { values: Values }) {
  const { t } = useTranslation("recruitment");
  const { t: practice } = useTranslation("practice");
  const planned = activityKinds.filter((activity) => (values.practicePlan[activity] ?? 0) > 0);
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
        {
          label: t("settings.presence"),
          value: t(`settings.presenceKind.${values.presenceConfirmation}`),
        },
        {
          label: t("settings.plan"),
          value:
            planned
              .map((activity) => `${practice(`activity.${activity}`)}: ${values.practicePlan[activity]}`)
              .join("; ") || t("settings.planNone"),
        },
      ]}
    />
  );
}
