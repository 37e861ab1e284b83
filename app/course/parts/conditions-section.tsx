import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  DescriptionList,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  pragueDay,
  RadioGroup,
  Section,
  StatusTag,
  SubmitButton,
  useLanguage,
} from "~/ui";
import type { ApplicationReading } from "../operations/read-application.server";
import { entryConditionKinds, type EntryConditionKind } from "../rules/entry-conditions";
import { formOfIntent } from "./form-of-intent";

const labels = {
  age: "application.age18",
  criminal_record: "application.criminalRecord",
  roma_minority: "application.romaMinority",
} as const satisfies Record<EntryConditionKind, string>;

interface ConditionsProps {
  application: ApplicationReading;
  editable: boolean;
  form: FormState | undefined;
}

/** Entry conditions: met or not, who says so, and the day on which the portal forgets it. */
export function ConditionsSection({ application, editable, form }: ConditionsProps) {
  const { t } = useTranslation("course");
  const recorded = application.conditions.length > 0;
  const attestForm = formOfIntent(form, "attest");
  if (!recorded && !editable) return null;
  const fields = <AttestForm application={application} form={attestForm} />;
  return (
    <Section title={t("application.conditions")} lead={t("application.conditionsLead")}>
      {recorded && <Recorded application={application} />}
      {editable &&
        (recorded ? (
          <Disclosure summary={t("application.attestAgain")} open={attestForm !== undefined}>
            {fields}
          </Disclosure>
        ) : (
          fields
        ))}
      <Disclosure summary={t("application.whyTitle")}>
        <p>{t("application.why")}</p>
      </Disclosure>
    </Section>
  );
}

function Recorded({ application: { conditions } }: { application: ApplicationReading }) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  return (
    <DescriptionList
      items={entryConditionKinds.flatMap((kind) => {
        const record = conditions.find((one) => one.kind === kind);
        if (!record) return [];
        return [
          {
            label: t(labels[kind]),
            value: (
              <>
                <StatusTag tone={record.met ? "success" : "danger"}>
                  {t(record.met ? "application.met" : "application.notMet")}
                </StatusTag>{" "}
                {t("application.attestedBy", {
                  name: record.attestedBy,
                  day: formatDay(pragueDay(record.attestedAt), language),
                  deleteOn: formatDay(record.deleteOn, language),
                })}
              </>
            ),
          },
        ];
      })}
    />
  );
}

function AttestForm({ application, form }: { application: ApplicationReading; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  const answers = [
    { value: "met", label: t("application.met") },
    { value: "notMet", label: t("application.notMet") },
  ];
  return (
    <Form state={form} id="attest">
      <ErrorSummary />
      <HiddenField name="intent" value="attest" />
      <HiddenField name="id" value={application.id} />
      <HiddenField name="version" value={application.version} />
      <p>
        {t("application.age18")}: {t("application.ageHint")}
      </p>
      <RadioGroup
        name="criminalRecord"
        label={t("application.criminalRecord")}
        hint={t("application.criminalRecordHint")}
        options={answers}
        inline
      />
      <RadioGroup
        name="romaMinority"
        label={t("application.romaMinority")}
        hint={t("application.romaMinorityHint")}
        options={answers}
        inline
      />
      <FormActions>
        <SubmitButton variant="secondary">{t("application.attest")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
