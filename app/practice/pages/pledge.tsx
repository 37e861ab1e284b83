import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  Card,
  DescriptionList,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  LinkButton,
  Notice,
  PageHeader,
  PrintButton,
  Stack,
  SubmitButton,
  TextField,
  Time,
  useLanguage,
} from "~/ui";
import { ownPledge, signPledge } from "../operations/pledge.server";
import { PledgeText } from "../parts/pledge-text";
import { pledgeWords } from "../rules/pledge";
import { pledgeForm } from "../schema";

export const handle = pageHandle({
  i18n: "practice",
  title: () => "practice:pledge.title",
  breadcrumbs: () => [{ text: "practice:list.title", to: "/praxe" }, { text: "practice:pledge.title" }],
});

export const loader = guarded("practice:log", async ({ actor }) => {
  const czech = await translator("cs", "practice");
  return { id: randomUUID(), name: actor.name, pledge: await ownPledge(actor), words: pledgeWords(czech) };
});

export const action = guarded("practice:log", async ({ actor, request, now }) => {
  const form = await readForm(request, pledgeForm);
  if (!form.ok) return badForm(form.reply);
  await signPledge(actor, form.value, { now });
  return redirectWithToast("/praxe", { kind: "success", text: "practice:pledge.signed" });
});

/** The confidentiality pledge: its words, the signature, or the signed one to print. */
export default function Pledge() {
  const { t } = useTranslation("practice");
  const { id, name, pledge, words } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const language = useLanguage();
  if (!pledge) return <EmptyState title={t("list.noCourse")} text={t("list.noCourseText")} />;
  return (
    <>
      <PageHeader
        title={t("pledge.title")}
        eyebrow={t("pledge.version", { version: pledge.textVersion })}
        lead={t("pledge.lead")}
        actions={<PrintButton variant="secondary">{t("pledge.print")}</PrintButton>}
      />
      <Stack>
        <Card>
          <PledgeText words={words} lang="cs" />
        </Card>
        {language !== "cs" && (
          <Disclosure summary={t("pledge.translation")}>
            <PledgeText words={pledgeWords(t)} lang={language} />
          </Disclosure>
        )}
        {pledge.signed ? (
          <Card title={t("pledge.signedTitle")} icon="check" level={2} tone="river">
            <DescriptionList
              items={[
                { label: t("pledge.signedBy"), value: pledge.signed.signature },
                { label: t("pledge.signedAt"), value: <Time value={pledge.signed.at} /> },
                { label: t("pledge.run"), value: pledge.runName },
              ]}
            />
          </Card>
        ) : pledge.maySign ? (
          <Form state={reply?.form}>
            <ErrorSummary />
            <HiddenField name="id" value={id} />
            <HiddenField name="textVersion" value={pledge.textVersion} />
            <Notice>{t("pledge.help")}</Notice>
            <TextField
              name="signature"
              label={t("pledge.signature")}
              hint={t("pledge.signatureHint", { name })}
              autoComplete="name"
              width="medium"
            />
            <FormActions>
              <SubmitButton size="lg">{t("pledge.sign")}</SubmitButton>
              <LinkButton to="/praxe" variant="quiet">
                {t("pledge.back")}
              </LinkButton>
            </FormActions>
          </Form>
        ) : (
          <Notice title={t("gate.closedTitle")}>{t("gate.closedText")}</Notice>
        )}
      </Stack>
    </>
  );
}
