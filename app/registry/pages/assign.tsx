import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
  SubmitButton,
  useLanguage,
} from "~/ui";
import { assignMentor, unassignMentor } from "../operations/assign-mentor.server";
import { readAssignmentForm, type AssignmentFormView } from "../operations/read-assignment-form.server";
import { revalidateOnConflict } from "../parts/after-conflict";
import { caseIdOf } from "../parts/case-id";
import { caseCrumbs } from "../parts/case-crumbs";
import { mentorName } from "../parts/mentor-name";
import { EndAssignment, EndReason, MentorChoice } from "../parts/mentor-choice";
import { OtherMentors } from "../parts/other-mentors";
import { MentorLeaving } from "../parts/mentor-leaving";
import { assignmentForm, unassignmentForm } from "../schema";

export const handle = pageHandle<AssignmentFormView>({
  i18n: ["registry", "mentors"],
  title: () => "registry:assign.title",
  breadcrumbs: ({ brief }) => caseCrumbs(brief, "registry:assign.title"),
});

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded("case:assign", async ({ actor, params, now }) => ({
  ...(await readAssignmentForm(actor, caseIdOf(params), { now })),
  newId: randomUUID(),
  mayReadMentors: actor.can("mentor:list"),
}));

export const action = guarded("case:assign", async ({ actor, params, request, now }) => {
  const caseId = caseIdOf(params);
  const done = (text: string) => redirectWithToast(`/pripady/${caseId}`, { kind: "success", text });
  if ((await request.clone().formData()).get("intent") === "end") {
    const form = await readForm(request, unassignmentForm);
    if (!form.ok) return badForm(form.reply);
    await unassignMentor(actor, caseId, form.value, { now });
    return done("registry:assign.end.done");
  }
  const form = await readForm(request, assignmentForm);
  if (!form.ok) return badForm(form.reply);
  await assignMentor(actor, caseId, form.value, { now });
  return done("registry:assign.done");
});

export default function Assign() {
  const { brief, mentors, others, leaving, needsExperience, rule, newId, mayReadMentors } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const { current } = brief;
  const ending = sent?.form.values.intent === "end";
  return (
    <>
      <PageHeader
        eyebrow={brief.name ? `${brief.name} · ${brief.code}` : brief.code}
        title={t(current ? "assign.changeTitle" : "assign.title")}
        lead={t("assign.lead")}
      />
      <Stack>
        {leaving && <MentorLeaving mentor={leaving} />}
        {current && (
          <Notice action={<EndAssignment version={brief.version} state={ending ? sent.form : undefined} />}>
            {t("assign.current", {
              mentor: mentorName(current),
              day: formatDay(current.assignedOn, language),
            })}
          </Notice>
        )}
        {needsExperience && (
          <Notice>{t("assign.experience", { months: rule.months, cases: rule.closedCases })}</Notice>
        )}
        {mentors.length === 0 ? (
          <EmptyState title={t("assign.none")} text={t("assign.noneText")} />
        ) : (
          <Form state={ending ? undefined : sent?.form}>
            <ErrorSummary />
            <HiddenField name="id" value={newId} />
            <HiddenField name="version" value={brief.version} />
            <MentorChoice mentors={mentors} needsExperience={needsExperience} />
            {current && <EndReason />}
            <FormActions>
              <SubmitButton>{t("assign.submit")}</SubmitButton>
            </FormActions>
          </Form>
        )}
        <OtherMentors mentors={others} linked={mayReadMentors} />
      </Stack>
    </>
  );
}
