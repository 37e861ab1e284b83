import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { PageHeader } from "~/ui";
import { admitApplicant } from "../operations/admit-applicant.server";
import { attestConditions } from "../operations/attest-conditions.server";
import { putOnWaitingList, rejectApplication } from "../operations/decide-application.server";
import { noteInterview } from "../operations/recruitment/note-interview.server";
import { readApplication } from "../operations/read-application.server";
import { ApplicationFacts } from "../parts/application-facts";
import { ConditionsSection } from "../parts/conditions-section";
import { DecisionSection } from "../parts/decision-section";
import { formOfIntent } from "../parts/form-of-intent";
import { InterviewSection } from "../parts/recruitment/interview-section";
import { ApplicationStateTag } from "../parts/state-tags";
import { isOpenApplication } from "../rules/application-states";
import { decisionForm } from "../schema";
import "../parts/course.css";

export const handle = pageHandle<PageData>({
  i18n: ["course", "recruitment"],
  title: ({ application }) => application.name,
  breadcrumbs: ({ application }) => [
    { text: "course:applications.title", to: "/prihlasky" },
    { text: application.name },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("application:list", async ({ actor, params, now }) => ({
  application: await readApplication(actor, params.id ?? "", { now }),
  decides: actor.can("application:decide"),
}));

export const action = guarded("application:decide", async ({ actor, params, request, now }) => {
  const form = await readForm(request, decisionForm);
  if (!form.ok) return badForm(form.reply);
  const { value } = form;
  // The form's own id must be the page's: a form sent to another page decides about nobody.
  const input = { ...value, id: params.id ?? "" };
  const done = (text: string) => redirectWithToast(`/prihlasky/${params.id}`, { kind: "success", text });
  switch (input.intent) {
    case "attest":
      await attestConditions(
        actor,
        {
          ...input,
          criminalRecord: input.criminalRecord === "met",
          romaMinority: input.romaMinority === "met",
        },
        { now },
      );
      return done("course:toast.attested");
    case "interview":
      await noteInterview(actor, input, { now });
      return done("recruitment:toast.interview");
    case "admit":
      await admitApplicant(actor, input, { now });
      return done("course:toast.admitted");
    case "wait":
      await putOnWaitingList(actor, input, { now });
      return done("course:toast.waiting");
    case "reject":
      await rejectApplication(actor, input, { now });
      return done("course:toast.rejected");
  }
});

export default function ApplicationPage() {
  const { application, decides } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("course");
  const open = isOpenApplication(application.state);
  return (
    <>
      <PageHeader
        title={t("application.title", { name: application.name })}
        status={<ApplicationStateTag state={application.state} />}
      />
      <ApplicationFacts application={application} />
      <InterviewSection
        application={application}
        editable={decides && open}
        form={formOfIntent(form, "interview")}
      />
      <ConditionsSection application={application} editable={decides && open} form={form} />
      {decides && open && <DecisionSection application={application} form={form} />}
    </>
  );
}
