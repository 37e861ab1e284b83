import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf, formatTime } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { ErrorSummary, Form, FormActions, HiddenField, PageHeader, SubmitButton } from "~/ui";
import { changeSupervision } from "../operations/supervision/change-session.server";
import { readSupervision } from "../operations/supervision/read-session.server";
import { useWhen } from "../parts/supervision/session-words";
import { WhenFields } from "../parts/supervision/when-fields";
import { changeForm } from "../supervision-schema";

export const handle = pageHandle<PageData>({
  i18n: "supervision",
  title: () => "supervision:change.title",
  breadcrumbs: ({ session }) => [
    { text: "supervision:title", to: "/supervize" },
    { text: "supervision:detail.facts", to: `/supervize/${session.id}` },
    { text: "supervision:change.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("supervision:record", async ({ actor, params, now }) => {
  const session = await readSupervision(actor, params.id, now);
  if (!session.own) throw new AppError("notFound");
  // Held or cancelled meanwhile: its page says what it is.
  if (session.state !== "planned") throw redirect(`/supervize/${session.id}`);
  return { session, today: dayOf(now) };
});

export const action = guarded("supervision:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, changeForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  await changeSupervision(actor, id, form.value, { now });
  return redirectWithToast(`/supervize/${id}`, { kind: "success", text: "supervision:change.saved" });
});

export default function ChangeSupervision() {
  const { t } = useTranslation("supervision");
  const when = useWhen();
  const { session, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <PageHeader eyebrow={when(session)} title={t("change.title")} lead={t("change.lead")} />
      <Form state={form} id="session">
        <ErrorSummary />
        <HiddenField name="version" value={session.version} />
        <WhenFields
          defaults={{ ...session, from: formatTime(session.startMinute) }}
          min={today}
          withCapacity={session.form === "group"}
        />
        <FormActions>
          <SubmitButton>{t("change.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
