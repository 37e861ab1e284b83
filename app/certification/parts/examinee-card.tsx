import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  Card,
  Checkbox,
  DateField,
  Disclosure,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  RadioGroup,
  StatusTag,
  SubmitButton,
  useLanguage,
} from "~/ui";
import type { Examinee } from "../operations/exam.server";
import { examOutcomes, type ExamPart } from "../codes";
import { AdmissionSum } from "./admission-sum";
import { ExamResults } from "./exam-results";

interface ExamineeCardProps {
  examinee: Examinee & { formId: string };
  runId: string;
  parts: readonly ExamPart[];
  today: string;
  form: FormState | undefined;
}

/** One trainee at the exam: admission as a calculation, results so far, and the form for new ones. */
export function ExamineeCard({ examinee, runId, parts, today, form }: ExamineeCardProps) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const { enrolmentId, name, admission, passedOn, certified, results } = examinee;
  const passed = new Set(results.flatMap((one) => (one.passed && !one.voidedAt ? [one.part] : [])));
  const open = !certified && admission.admitted && passedOn === null;
  const openParts = parts.filter((part) => !passed.has(part));
  const mine = form?.values.enrolment === enrolmentId ? form : undefined;
  return (
    <Card
      level={3}
      icon="person"
      title={<Link to={`/behy/${runId}/ucastnik/${enrolmentId}`}>{name}</Link>}
      status={
        passedOn && (
          <StatusTag tone="success">{t("exam.passed", { day: formatDay(passedOn, language) })}</StatusTag>
        )
      }
    >
      <div className="stack">
        {!certified && <AdmissionSum admission={admission} />}
        {results.length > 0 && <ExamResults results={results} voiding={certified ? undefined : { form }} />}
        {open && (
          <Disclosure summary={t("exam.record")} open={mine !== undefined}>
            <Form state={mine}>
              <ErrorSummary />
              <HiddenField name="intent" value="record" />
              <HiddenField name="id" value={examinee.formId} />
              <HiddenField name="enrolment" value={enrolmentId} />
              <DateField name="day" label={t("exam.day")} hint={null} max={today} defaultValue={today} />
              <FieldRow>
                {openParts.map((part) => (
                  <RadioGroup
                    key={part}
                    name={part}
                    label={t(`part.${part}`)}
                    optional
                    options={examOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
                  />
                ))}
              </FieldRow>
              <p className="field-hint">{t("exam.partHint")}</p>
              <Checkbox name="identity" label={t("exam.identity")} />
              <FormActions>
                <SubmitButton>{t("exam.submit")}</SubmitButton>
              </FormActions>
            </Form>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}
