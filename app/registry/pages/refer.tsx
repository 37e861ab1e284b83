import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  RadioGroup,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from "~/ui";
import { referClient } from "../operations/refer-client.server";
import { referringBodies } from "../operations/referral-form.server";
import { KnownClientChoice } from "../parts/known-client-choice";
import { clientTypes, sanctions, textLimits } from "../codes";
import { referralForm } from "../schema";

export const handle = pageHandle({
  i18n: "registry",
  title: () => "registry:refer.title",
  breadcrumbs: () => [{ text: "registry:list.title", to: "/pripady" }, { text: "registry:refer.title" }],
});

export const loader = guarded("case:refer", async ({ actor }) => ({
  id: randomUUID(),
  bodies: await referringBodies(actor),
}));

export const action = guarded("case:refer", async ({ actor, request, now }) => {
  const form = await readForm(request, referralForm);
  if (!form.ok) return badForm(form.reply);
  const result = await referClient(actor, form.value, { now });
  if (result.kind === "maybeKnown") {
    const values = rememberedValues(request) ?? {};
    const errors = { knownClient: ["errors:choose"] };
    return data({ form: { values, errors }, candidates: result.candidates }, { status: 422 });
  }
  const values = { code: result.code };
  return redirectWithToast(`/pripady/${result.caseId}`, {
    kind: "success",
    text: "registry:refer.done",
    values,
  });
});

export default function Refer() {
  const { id, bodies } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("registry");
  const candidates = sent && "candidates" in sent ? sent.candidates : null;
  const mayBeWithout = bodies.some(({ kind }) => kind === "municipality");
  const [only] = bodies;
  return (
    <>
      <PageHeader title={t("refer.title")} lead={t("refer.lead")} />
      <Form state={sent?.form}>
        <ErrorSummary />
        <HiddenField name="id" value={id} />
        {bodies.length === 1 && only ? (
          <HiddenField name="organisationId" value={only.id} />
        ) : (
          <Select
            name="organisationId"
            label={t("refer.organisation")}
            options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          />
        )}
        {candidates && <KnownClientChoice candidates={candidates} />}
        <Fieldset legend={t("refer.client")} hint={t("refer.clientHint")}>
          <TextField name="name" label={t("refer.name")} autoComplete="off" maxLength={textLimits.name} />
          <TextField
            name="birthYear"
            label={t("refer.birthYear")}
            inputMode="numeric"
            width="short"
            autoComplete="off"
          />
          <TextField name="town" label={t("refer.town")} autoComplete="off" maxLength={textLimits.town} />
          <TextField
            name="contact"
            label={t("refer.contact")}
            hint={t("refer.contactHint")}
            optional
            autoComplete="off"
            maxLength={textLimits.contact}
          />
        </Fieldset>
        <RadioGroup
          name="type"
          label={t("refer.type")}
          options={clientTypes.map((type) => ({
            value: type,
            label: t(`type.${type}`),
            hint: t(`typeHint.${type}`),
          }))}
        />
        <TextArea
          name="typeReason"
          label={t("refer.typeReason")}
          hint={t("refer.typeReasonHint")}
          rows={2}
          maxLength={textLimits.reason}
        />
        <Select
          name="sanction"
          label={t("refer.sanction")}
          hint={t("refer.sanctionHint")}
          options={sanctions
            .filter((sanction) => sanction !== "none" || mayBeWithout)
            .map((sanction) => ({ value: sanction, label: t(`sanction.${sanction}`) }))}
        />
        <TextArea
          name="help"
          label={t("refer.help")}
          hint={t("refer.helpHint")}
          maxLength={textLimits.reason}
        />
        <FormActions>
          <SubmitButton>{t("refer.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
