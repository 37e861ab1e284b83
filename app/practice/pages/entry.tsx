import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { readForm, rememberedValues } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Card, Columns, Notice, PageHeader, Section, Stack } from "~/ui";
import { actOnEntry } from "../operations/act-on-entry.server";
import { readEntry, type EntryDetail } from "../operations/read-entry.server";
import { CorrectionForm } from "../parts/correction-form";
import { EntryFacts } from "../parts/entry-facts";
import { EntryHistory } from "../parts/entry-history";
import { EntryStateTag } from "../parts/entry-state-tag";
import { notTaken } from "../parts/entry-reply";
import { ReverseButton } from "../parts/reverse-button";
import { VerdictForms } from "../parts/verdict-forms";
import { WithdrawButton } from "../parts/withdraw-button";
import { namesQuestion } from "../rules/names-check";
import { entryAction } from "../schema";

export const handle = pageHandle<EntryDetail | undefined>({
  i18n: "practice",
  title: () => "practice:entry.title",
  breadcrumbs: (page) => [
    page?.own === false
      ? { text: "practice:review.title", to: "/praxe/ke-schvaleni" }
      : { text: "practice:list.title", to: "/praxe" },
    { text: "practice:entry.title" },
  ],
});

export const loader = guarded(["practice:log", "practice:review"], async ({ actor, params, now }) => ({
  ...(await readEntry(actor, params.id)),
  today: dayOf(now),
}));

export const action = guarded(
  ["practice:log", "practice:review"],
  async ({ actor, params, request, now }) => {
    const form = await readForm(request, entryAction);
    if (!form.ok) return notTaken({ form: form.reply });
    const { value } = form;
    const values = rememberedValues(request) ?? {};
    const question = value.intent === "correct" ? namesQuestion(value, values) : null;
    if (question) return notTaken(question);
    const id = params.id ?? "";
    try {
      const { to, text } = await actOnEntry(actor, id, value, { now });
      return redirectWithToast(to, { kind: "success", text });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "stale") throw error;
      // Both writings are shown: the stored one, and the one that came too late.
      const { entry } = await readEntry(actor, id);
      return notTaken({ form: { values, errors: { "": [error.reason] } }, current: entry }, error.status);
    }
  },
);

/** One entry: what is written, what happened to it, and what can be done with it. */
export default function EntryPage() {
  const { t } = useTranslation("practice");
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const entry = reply?.current ?? page.entry;
  // The form of a returned entry shows all of it.
  const beingCorrected = page.mayCorrect && entry.state === "returned";
  const returned =
    entry.state === "returned" ? page.history.find(({ state }) => state === "returned") : undefined;
  return (
    <>
      <PageHeader
        title={t("entry.title")}
        eyebrow={page.own ? undefined : page.trainee.name}
        lead={t(`activity.${entry.activity}`)}
        status={<EntryStateTag state={entry.state} />}
      />
      <Columns
        main={
          <>
            {(returned || reply?.current) && (
              <Stack>
                {returned && (
                  <Notice tone="warning" title={t("entry.returnedTitle")}>
                    <p className="whitespace-pre-line">{returned.reason}</p>
                  </Notice>
                )}
                {reply?.current && (
                  <Notice tone="warning" title={t("entry.staleTitle")}>
                    {page.own && <p>{t("entry.staleText")}</p>}
                  </Notice>
                )}
              </Stack>
            )}
            {(!beingCorrected || reply?.current) && (
              <Section title={t("entry.facts")}>
                <EntryFacts entry={entry} />
              </Section>
            )}
            {page.mayReview && (
              <VerdictForms version={entry.version} unconfirmed={page.unconfirmed} form={reply?.form} />
            )}
            {page.mayCorrect && page.choices && (
              <CorrectionForm
                entry={entry}
                choices={page.choices}
                today={page.today}
                form={reply?.form}
                hints={reply?.hints}
              />
            )}
          </>
        }
        side={
          <Stack>
            <Card title={t("entry.history")} level={2}>
              <EntryHistory steps={page.history} />
            </Card>
            {page.mayReverse && <ReverseButton version={entry.version} form={reply?.form} />}
            {page.mayWithdraw && <WithdrawButton version={entry.version} form={reply?.form} />}
          </Stack>
        }
      />
    </>
  );
}
