import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Columns, Notice, PageHeader, Section, Stack } from "~/ui";
import { judgeType } from "../operations/judge-type.server";
import { readCase, type CaseView } from "../operations/read-case.server";
import { reopenCase } from "../operations/reopen-case.server";
import { updateClient } from "../operations/update-client.server";
import { revalidateOnConflict } from "../parts/after-conflict";
import { CaseActions } from "../parts/case-actions";
import { ClientCard, StandingCard } from "../parts/case-facts";
import { CaseForms } from "../parts/case-forms";
import { caseIdOf } from "../parts/case-id";
import { StateTag } from "../parts/case-tags";
import { CaseTimeline } from "../parts/case-timeline";
import { MentorLeaving } from "../parts/mentor-leaving";
import { clientForm, judgementForm, reopeningForm } from "../schema";

export const handle = pageHandle<{ view: CaseView }>({
  i18n: ["registry", "mentors"],
  title: ({ view }) => view.client.code,
  breadcrumbs: ({ view }) => [{ text: "registry:list.title", to: "/pripady" }, { text: view.client.code }],
});

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded("case:read", async ({ actor, params, now }) => ({
  view: await readCase(actor, caseIdOf(params), { now }),
  newId: randomUUID(),
}));

export const action = guarded(["case:refer", "case:close"], async ({ actor, params, request, now }) => {
  const caseId = caseIdOf(params);
  const done = (text: string) => redirectWithToast(`/pripady/${caseId}`, { kind: "success", text });
  // Each form of the page says what it is.
  switch ((await request.clone().formData()).get("intent")) {
    case "judge": {
      const form = await readForm(request, judgementForm);
      if (!form.ok) return badForm(form.reply);
      await judgeType(actor, caseId, form.value, { now });
      return done("registry:case.judge.done");
    }
    case "client": {
      const form = await readForm(request, clientForm);
      if (!form.ok) return badForm(form.reply);
      await updateClient(actor, caseId, form.value, { now });
      return done("registry:case.edit.done");
    }
    case "reopen": {
      const form = await readForm(request, reopeningForm);
      if (!form.ok) return badForm(form.reply);
      await reopenCase(actor, caseId, form.value, { now });
      return done("registry:case.reopen.done");
    }
    default:
      throw new AppError("badRequest");
  }
});

export default function Case() {
  const { view, newId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("registry");
  const { client, state, may, mentor } = view;
  const leaving = mentor?.standing && mentor.standing.state !== "active" ? mentor.standing : null;
  return (
    <>
      <PageHeader
        eyebrow={client.name ? t("case.title", { code: client.code }) : undefined}
        title={client.name ?? t("case.title", { code: client.code })}
        status={<StateTag state={state} />}
        actions={<CaseActions view={view} />}
      />
      <Stack>
        {state === "referred" && <Notice tone="warning">{t("case.waiting")}</Notice>}
        {state === "assigned" && <Notice>{t("case.notStarted")}</Notice>}
        {mentor && leaving && <MentorLeaving mentor={{ ...mentor, standing: leaving }} />}
        <ClientCard view={view} />
        <Columns
          main={
            <Section title={t("case.timeline")} lead={t("case.timelineLead")}>
              <CaseTimeline caseId={view.id} events={view.events} />
            </Section>
          }
          side={
            <Stack>
              <StandingCard view={view} />
              <CaseForms
                view={view}
                newId={newId}
                state={sent?.form}
                refused={sent?.form.values.intent?.toString()}
              />
              {may.editClient && <p className="text-sm text-ink-soft">{t("case.ownNote")}</p>}
            </Stack>
          }
        />
      </Stack>
    </>
  );
}
