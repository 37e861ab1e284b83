import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  LinkButton,
  PageHeader,
  Stack,
  SubmitButton,
} from "~/ui";
import { readSupervision } from "../operations/supervision/read-session.server";
import { recordAttendance } from "../operations/supervision/record-attendance.server";
import { AttendanceFields } from "../parts/supervision/attendance-fields";
import { useWhen } from "../parts/supervision/session-words";
import { attendanceForm } from "../supervision-schema";

export const handle = pageHandle<PageData>({
  i18n: "supervision",
  title: () => "supervision:attendance.title",
  breadcrumbs: ({ session }) => [
    { text: "supervision:title", to: "/supervize" },
    { text: "supervision:detail.facts", to: `/supervize/${session.id}` },
    { text: "supervision:attendance.title" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("supervision:record", async ({ actor, params, now }) => {
  const session = await readSupervision(actor, params.id, now);
  if (!session.own) throw new AppError("notFound");
  // Nothing to write down of a session that is still to come or was cancelled.
  if (session.state !== "held" && !session.over) throw redirect(`/supervize/${session.id}`);
  return { session };
});

export const action = guarded("supervision:record", async ({ actor, params, request, now }) => {
  const form = await readForm(request, attendanceForm);
  if (!form.ok) return badForm(form.reply);
  const id = params.id ?? "";
  await recordAttendance(actor, id, form.value, { now });
  return redirectWithToast(`/supervize/${id}`, { kind: "success", text: "supervision:attendance.saved" });
});

/** Who came and for how long; afterwards the same form corrects it. */
export default function SupervisionAttendance() {
  const { t } = useTranslation("supervision");
  const when = useWhen();
  const { session } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { attendees, minutes, version, state } = session;
  const held = state === "held";
  return (
    <>
      <PageHeader
        eyebrow={when(session)}
        title={t("attendance.title")}
        lead={held ? t("attendance.correctLead") : t("attendance.lead", { minutes })}
        actions={
          !held && (
            <LinkButton to={`/supervize/${session.id}/pozvat`} variant="secondary" icon="plus">
              {t("attendance.add")}
            </LinkButton>
          )
        }
      />
      {attendees.length === 0 && <p>{t("attendance.nobody")}</p>}
      <Form state={form} id="attendance" resetOn={String(version)}>
        <ErrorSummary />
        <HiddenField name="version" value={version} />
        <Stack>
          {attendees.map((person) => (
            <AttendanceFields key={person.personId} person={person} minutes={minutes} />
          ))}
        </Stack>
        {attendees.length > 0 && (
          <FormActions>
            <SubmitButton>{t(held ? "attendance.correct" : "attendance.save")}</SubmitButton>
          </FormActions>
        )}
      </Form>
    </>
  );
}
