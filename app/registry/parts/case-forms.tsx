import { useTranslation } from "react-i18next";
import {
  ConfirmButton,
  DescriptionList,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  type FormState,
} from "~/ui";
import type { CaseView } from "../operations/read-case.server";
import { clientTypes, textLimits } from "../codes";

interface CaseFormsProps {
  view: CaseView;
  /** Id of the next judgement. */
  newId: string;
  state: FormState | undefined;
  /** Which of the forms was refused. */
  refused: string | undefined;
}

/** Small changes made on the case's own page. */
export function CaseForms({ view, newId, state, refused }: CaseFormsProps) {
  const stateOf = (intent: string) => (refused === intent ? state : undefined);
  return (
    <>
      {view.may.judge && <JudgeForm view={view} newId={newId} state={stateOf("judge")} />}
      {view.may.editClient && <ClientForm view={view} state={stateOf("client")} />}
      {view.may.reopen && <ReopenButton view={view} state={stateOf("reopen")} />}
    </>
  );
}

function JudgeForm({ view, newId, state }: { view: CaseView; newId: string; state: FormState | undefined }) {
  const { t } = useTranslation("registry");
  return (
    <Disclosure summary={t("case.judge.summary")} open={state !== undefined}>
      <Form state={state} key={newId}>
        <ErrorSummary />
        <HiddenField name="intent" value="judge" />
        <HiddenField name="id" value={newId} />
        <RadioGroup
          name="type"
          label={t("case.judge.type")}
          defaultValue={view.type}
          options={clientTypes.map((type) => ({
            value: type,
            label: t(`type.${type}`),
            hint: t(`typeHint.${type}`),
          }))}
        />
        <TextArea
          name="reason"
          label={t("case.judge.reason")}
          hint={t("case.judge.reasonHint")}
          rows={3}
          maxLength={textLimits.reason}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t("case.judge.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function ClientForm({ view, state }: { view: CaseView; state: FormState | undefined }) {
  const { t } = useTranslation("registry");
  const { client } = view;
  const stale = JSON.stringify(state?.errors ?? {}).includes("errors:stale");
  return (
    <Disclosure summary={t("case.edit.summary")} open={state !== undefined}>
      <Form state={state}>
        <ErrorSummary />
        {stale && (
          <Notice tone="warning" title={t("case.edit.stale")}>
            <DescriptionList
              items={[
                { label: t("refer.name"), value: client.name ?? t("noName") },
                { label: t("refer.birthYear"), value: client.birthYear ?? "–" },
                { label: t("refer.town"), value: client.town ?? "–" },
                { label: t("refer.contact"), value: client.contact ?? t("case.noContact") },
              ]}
            />
            <p>{t("case.edit.staleHint")}</p>
          </Notice>
        )}
        <HiddenField name="intent" value="client" />
        <HiddenField name="version" value={client.version} />
        <TextField name="name" label={t("refer.name")} defaultValue={client.name} autoComplete="off" />
        <TextField
          name="birthYear"
          label={t("refer.birthYear")}
          defaultValue={client.birthYear}
          inputMode="numeric"
          width="short"
          optional
          autoComplete="off"
        />
        <TextField
          name="town"
          label={t("refer.town")}
          defaultValue={client.town}
          optional
          autoComplete="off"
        />
        <TextField
          name="contact"
          label={t("refer.contact")}
          hint={t("refer.contactHint")}
          defaultValue={client.contact}
          optional
          autoComplete="off"
        />
        <FormActions>
          <SubmitButton variant="secondary">{t("case.edit.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function ReopenButton({ view, state }: { view: CaseView; state: FormState | undefined }) {
  const { t } = useTranslation("registry");
  return (
    <ConfirmButton
      label={t("case.actions.reopen")}
      title={t("case.reopen.title")}
      text={t("case.reopen.text")}
      confirmLabel={t("case.reopen.submit")}
      confirmVariant="primary"
      values={{ intent: "reopen", version: view.version }}
      state={state}
    >
      <TextArea name="reason" label={t("case.reopen.reason")} rows={2} maxLength={textLimits.reason} />
    </ConfirmButton>
  );
}
