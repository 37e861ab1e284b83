import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Disclosure, EmptyState, ErrorSummary, Form, PageHeader, Stack } from "~/ui";
import { reviewEntries } from "../operations/review-entries.server";
import { reviewQueue } from "../operations/review-queue.server";
import { BulkVerdict } from "../parts/bulk-verdict";
import { RefusedEntries } from "../parts/refused-entries";
import { WaitingTraineeCard } from "../parts/waiting-trainee-card";
import { reviewForm } from "../schema";

export const handle = pageHandle({ i18n: "practice", title: () => "practice:review.title" });

export const loader = guarded("practice:review", async ({ actor }) => reviewQueue(actor));

export const action = guarded("practice:review", async ({ actor, request, now }) => {
  const form = await readForm(request, reviewForm);
  if (!form.ok) {
    // The boxes are spread over the page, so their error belongs to the form as a whole.
    const { entry, ...errors } = form.reply.errors;
    return badForm({ values: form.reply.values, errors: entry ? { ...errors, "": entry } : errors });
  }
  const { intent, entry, reason = "" } = form.value;
  const verdict =
    intent === "approve" ? ({ verdict: "approve" } as const) : ({ verdict: "return", reason } as const);
  const results = await reviewEntries(actor, entry, verdict, { now });
  const refused = results.flatMap(({ id, refusal }) => (refusal ? [{ id, refusal }] : []));
  const count = results.length - refused.length;
  if (refused.length > 0) return data({ form: undefined, refused, count, intent });
  const text = intent === "approve" ? "practice:review.approved" : "practice:review.returnedSome";
  return redirectWithToast("/praxe/ke-schvaleni", { kind: "success", text, values: { count } });
});

/** A trainer's queue: entries by trainee, approved or returned one by one or several at once. */
export default function ReviewQueuePage() {
  const { t } = useTranslation("practice");
  const { total, trainees } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const shown = trainees.reduce((sum, { entries }) => sum + entries.length, 0);
  const doneText = (intent: "approve" | "return", count: number) =>
    t(intent === "approve" ? "review.approved" : "review.returnedSome", { count });
  return (
    <>
      <PageHeader
        title={t("review.title")}
        lead={total > 0 ? t("review.lead", { count: total }) : undefined}
      />
      <Stack>
        {reply && "refused" in reply && (
          <RefusedEntries
            refused={reply.refused}
            count={reply.count}
            done={doneText(reply.intent, reply.count)}
            trainees={trainees}
          />
        )}
        {total === 0 ? (
          <EmptyState title={t("review.emptyTitle")} text={t("review.emptyText")} />
        ) : (
          <Form state={reply?.form}>
            <ErrorSummary />
            <Disclosure summary={t("review.helpTitle")}>
              <p>{t("review.help")}</p>
            </Disclosure>
            {trainees.map((trainee) => (
              <WaitingTraineeCard key={trainee.enrolmentId} trainee={trainee} />
            ))}
            {shown < total && <p>{t("review.shown", { shown, total })}</p>}
            <BulkVerdict returning={reply?.form?.values.intent === "return"} />
          </Form>
        )}
      </Stack>
    </>
  );
}
