import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ButtonGroup,
  CheckboxGroup,
  ConfirmButton,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Section,
  SubmitButton,
} from "~/ui";
import type { RunReading } from "../operations/read-run.server";
import { runStates, type RunState } from "../rules/run-states";
import { formOfIntent } from "./form-of-intent";

interface ManagementProps {
  reading: RunReading;
  form: FormState | undefined;
}

/** What a coordinator does with a run: its next state, its trainers, ending somebody's place. */
export function RunManagement({ reading, form }: ManagementProps) {
  const { t } = useTranslation("course");
  const { manage, run } = reading;
  if (!manage) return null;
  return (
    <Section title={t("run.step")}>
      {manage.next.length > 0 && (
        <ButtonGroup>
          {manage.next.map((state) => (
            <StepButton key={state} reading={reading} to={state} form={form} />
          ))}
        </ButtonGroup>
      )}
      <Trainers reading={reading} form={formOfIntent(form, "trainers")} />
      {run.state !== "closed" && <Leaving reading={reading} form={formOfIntent(form, "leave")} />}
    </Section>
  );
}

function StepButton({ reading: { run }, to, form }: ManagementProps & { reading: RunReading; to: RunState }) {
  const { t } = useTranslation("course");
  const back = runStates.indexOf(to) < runStates.indexOf(run.state);
  const label = run.state === "exams" && back ? t("run.stepBack") : t(`run.stepTo.${to}`);
  const sent = formOfIntent(form, "state");
  return (
    <ConfirmButton
      label={label}
      title={label}
      text={t(`run.stepConfirm.${to}`)}
      variant={back ? "quiet" : "secondary"}
      confirmVariant={to === "closed" ? "danger" : "primary"}
      values={{ intent: "state", version: run.version, state: to }}
      state={sent?.values.state === to ? sent : undefined}
    />
  );
}

function Trainers({ reading: { manage, trainers, run }, form }: ManagementProps) {
  const { t } = useTranslation("course");
  const known = new Map([...(manage?.trainers ?? []), ...trainers].map((one) => [one.accountId, one.name]));
  if (known.size === 0) return null;
  return (
    <Disclosure summary={t("run.changeTrainers")} open={form !== undefined}>
      <Form state={form} id="trainers">
        <ErrorSummary />
        <HiddenField name="intent" value="trainers" />
        <HiddenField name="version" value={run.version} />
        <CheckboxGroup
          name="trainers"
          label={t("run.trainers")}
          optional
          defaultValue={trainers.map(({ accountId }) => accountId)}
          options={[...known].map(([value, label]) => ({ value, label }))}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t("run.saveTrainers")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function Leaving({ reading: { trainees }, form }: ManagementProps) {
  const { t } = useTranslation("course");
  const active = trainees.filter(({ state }) => state === "active");
  if (active.length === 0) return null;
  return (
    <Disclosure summary={t("run.leaving")} open={form !== undefined}>
      <ul className="leaving">
        {active.map(({ enrolmentId, name, version }) => (
          <li key={enrolmentId}>
            {name}
            <ConfirmButton
              label={t("run.leave")}
              title={t("run.leaveTitle", { name })}
              text={t("run.leaveText")}
              variant="quiet"
              size="sm"
              values={{ intent: "leave", enrolment: enrolmentId, version }}
              state={form?.values.enrolment === enrolmentId ? form : undefined}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
