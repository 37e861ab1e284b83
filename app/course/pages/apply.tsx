import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded, open } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { formatDay, LinkButton, Notice, PageHeader, useLanguage } from "~/ui";
import { ownApplication, withdrawApplication } from "../operations/own-application.server";
import { acceptOffer, declineOffer } from "../operations/recruitment/answer-offer.server";
import { submitApplication } from "../operations/submit-application.server";
import { ApplicationFields } from "../parts/application-fields";
import { ApplyIntroduction } from "../parts/apply-introduction";
import { OwnApplication } from "../parts/own-application";
import { offerAnswerForm } from "../recruitment-schema";
import { PlaceAccepted } from "../parts/recruitment/place-accepted";
import { isOpenApplication } from "../rules/application-states";
import { isOverdue } from "../rules/recruitment/place-offers";
import { applicationForm, withdrawForm } from "../schema";
import "../parts/course.css";

export const handle = pageHandle({
  i18n: ["course", "recruitment"],
  title: () => "course:apply.title",
  breadcrumbs: () => [{ text: "course:course.title", to: "/kurz" }, { text: "course:apply.title" }],
});

export const loader = open(async ({ actor, request, now }) => {
  const search = new URL(request.url).searchParams;
  // Whoever accepts a place becomes a trainee and is signed out: the page says so to a visitor.
  if (!actor) return { view: search.has("prijato") ? ("accepted" as const) : ("visitor" as const) };
  if (actor.can("course:study")) return { view: "trainee" as const };
  if (!actor.can("application:create")) return { view: "other" as const };
  const application = await ownApplication(actor);
  const again = search.has("znovu");
  if (application && (isOpenApplication(application.state) || !again)) {
    const { offer } = application;
    return {
      view: "own" as const,
      application: { ...application, offer: offer && { ...offer, overdue: isOverdue(offer, now) } },
    };
  }
  return { view: "form" as const, id: crypto.randomUUID(), name: actor.name };
});

export const action = guarded("application:create", async ({ actor, request, now }) => {
  const search = new URL(request.url).searchParams;
  if (search.has("nabidka")) {
    const form = await readForm(request, offerAnswerForm);
    if (!form.ok) return badForm(form.reply);
    if (form.value.answer === "accept") {
      await acceptOffer(actor, form.value, { now });
      return redirect("/kurz/prihlaska?prijato");
    }
    await declineOffer(actor, form.value, { now });
    return redirectWithToast("/kurz/prihlaska", { kind: "success", text: "recruitment:toast.declined" });
  }
  if (search.has("zpet")) {
    const form = await readForm(request, withdrawForm);
    if (!form.ok) return badForm(form.reply);
    await withdrawApplication(actor, form.value, { now });
    return redirectWithToast("/kurz/prihlaska", { kind: "success", text: "course:toast.withdrawn" });
  }
  const form = await readForm(request, applicationForm);
  if (!form.ok) return badForm(form.reply);
  const outcome = await submitApplication(actor, form.value, { now });
  if (outcome.kind === "tooYoung") return data({ mayApplyOn: outcome.mayApplyOn }, { status: 422 });
  return redirectWithToast("/kurz/prihlaska", { kind: "success", text: "course:toast.applied" });
});

export default function Apply() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("course");
  const form = answer && "form" in answer ? answer.form : undefined;
  if (answer && "mayApplyOn" in answer) return <TooYoung mayApplyOn={answer.mayApplyOn} />;
  switch (page.view) {
    case "visitor":
      return <ApplyIntroduction />;
    case "own":
      // Only the form that takes an application back carries a version, and only an answer an offer.
      return (
        <OwnApplication
          application={page.application}
          form={form?.values.version ? form : undefined}
          offerForm={form?.values.offer ? form : undefined}
        />
      );
    case "accepted":
      return <PlaceAccepted />;
    case "form":
      return (
        <>
          <PageHeader title={t("apply.title")} lead={t("apply.lead")} />
          <ApplicationFields id={page.id} name={page.name} form={form} />
        </>
      );
    case "trainee":
      return (
        <>
          <PageHeader title={t("apply.trainee")} lead={t("apply.traineeText")} />
          <LinkButton to="/kurz">{t("apply.toCourse")}</LinkButton>
        </>
      );
    case "other":
      return <PageHeader title={t("apply.notForYou")} lead={t("apply.notForYouText")} />;
  }
}

/** Nothing was stored: the page only says when to come again. */
function TooYoung({ mayApplyOn }: { mayApplyOn: string }) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  return (
    <>
      <PageHeader
        title={t("apply.tooYoungTitle")}
        lead={t("apply.tooYoungText", { day: formatDay(mayApplyOn, language) })}
      />
      <Notice action={<LinkButton to="/kurz">{t("course.title")}</LinkButton>}>
        {t("apply.tooYoungStored")}
      </Notice>
    </>
  );
}
