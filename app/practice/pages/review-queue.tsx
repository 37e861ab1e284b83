import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  PageHeader,
  Stack,
  SubmitButton,
} from "~/ui";
import { reviewEntries } from "../operations/review-entries.server";
import { reviewQueue } from "../operations/review-queue.server";
import { RefusedEntries } from "../parts/refused-entries";
import { WaitingTraineeCard } from "../parts/waiting-trainee-card";
import { approvalForm } from "../schema";

export const handle = pageHandle({ i18n: "practice", title: () => "practice:review.title" });

export const loader = guarded("practice:review", async ({ actor }) => reviewQueue(actor));

export const action = guarded("practice:review", async ({ actor, request, now }) => {
  const form = await readForm(request, approvalForm);
  // The boxes are spread over the page, so the error belongs to the form as a whole.
  if (!form.ok)
    return badForm({ values: form.reply.values, errors: { "": Object.values(form.reply.errors).flat() } });
  const results = await reviewEntries(actor, form.value.entry, { verdict: "approve" }, { now });
  const refused = results.flatMap(({ id, refusal }) => (refusal ? [{ id, refusal }] : []));
  const count = results.length - refused.length;
  if (refused.length > 0) return data({ form: undefined, refused, count });
  return redirectWithToast("/praxe/ke-schvaleni", {
    kind: "success",
    text: "practice:review.approved",
    values: { count },
  });
});

/** A trainer's queue: entries by trainee, approved one by one or several at once. */
export default function ReviewQueuePage() {
  const { t } = useTranslation("practice");
  const { total, trainees } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const shown = trainees.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <>
      <PageHeader
        title={t("review.title")}
        lead={total > 0 ? t("review.lead", { count: total }) : undefined}
      />
      <Stack>
        {reply && "refused" in reply && (
          <RefusedEntries refused={reply.refused} count={reply.count} trainees={trainees} />
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
            <FormActions>
              <SubmitButton icon="check" size="lg">
                {t("review.approve")}
              </SubmitButton>
            </FormActions>
          </Form>
        )}
      </Stack>
    </>
  );
}
