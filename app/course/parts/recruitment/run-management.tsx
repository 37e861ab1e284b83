import type { TFunction } from "i18next";
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
  LinkButton,
  Notice,
  Section,
  Stack,
  SubmitButton,
} from "~/ui";
import type { RunReading } from "../../operations/read-run.server";
import { runStates, type RunState, type RunStepRefusal } from "../../rules/run-states";
import { formOfIntent } from "../form-of-intent";

interface ManagementProps {
  reading: RunReading;
  form: FormState | undefined;
}

/** What a coordinator does with a run: its facts, recruitment, next state, trainers, ending somebody's place. */
export function RunManagement({ reading, form }: ManagementProps) {
  const { t } = useTranslation("course");
  const { t: recruitment } = useTranslation("recruitment");
  const { manage, run, waiting } = reading;
  if (!manage) return null;
  const { needs } = manage;
  return (
    <>
      <Section title={recruitment("steps.manage")}>
        <ButtonGroup>
          {waiting && (
            <LinkButton to={`/behy/${run.id}/nabor`}>{recruitment("steps.recruitment")}</LinkButton>
          )}
          <LinkButton to={`/behy/${run.id}/upravit`} variant="secondary">
            {recruitment("edit.action")}
          </LinkButton>
          <LinkButton to={`/behy/${run.id}/kopie`} variant="secondary">
            {recruitment("copy.action")}
          </LinkButton>
        </ButtonGroup>
        <Trainers reading={reading} form={formOfIntent(form, "trainers")} />
        <Leaving reading={reading} form={formOfIntent(form, "leave")} />
      </Section>
      {manage.next.length > 0 && (
        <Section title={t("run.step")}>
          <Stack>
            {manage.next.map((state) =>
              needs[state]?.length ? (
                <Missing key={state} reading={reading} to={state} needs={needs[state]} />
              ) : (
                <StepButton key={state} reading={reading} to={state} form={form} />
              ),
            )}
          </Stack>
        </Section>
      )}
    </>
  );
}

/** A step that cannot be taken yet, with everything it still needs. */
function Missing({
  reading: { run },
  to,
  needs,
}: {
  reading: RunReading;
  to: RunState;
  needs: readonly RunStepRefusal[];
}) {
  const { t } = useTranslation("course");
  const { t: recruitment } = useTranslation("recruitment");
  return (
    <Notice title={recruitment("steps.missing", { step: stepLabel(t, run.state, to) })}>
      <ul>
        {needs.map((need) => (
          <li key={need}>{t(`refusal.${need}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function stepLabel(t: TFunction<"course">, from: RunState, to: RunState): string {
  return from === "exams" && goesBack(from, to) ? t("run.stepBack") : t(`run.stepTo.${to}`);
}

function goesBack(from: RunState, to: RunState): boolean {
  return runStates.indexOf(to) < runStates.indexOf(from);
}

function StepButton({ reading: { run }, to, form }: ManagementProps & { reading: RunReading; to: RunState }) {
  const { t } = useTranslation("course");
  const back = goesBack(run.state, to);
  const label = stepLabel(t, run.state, to);
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
