import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf, formatTime } from "~/platform/days";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import {
  DateField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  formatMinutesAsHours,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
} from "~/ui";
import { logActivity } from "../operations/log-activity.server";
import { readActivityForm, type ActivityFormView } from "../operations/read-activity-form.server";
import { revalidateOnConflict } from "../parts/after-conflict";
import { caseCrumbs } from "../parts/case-crumbs";
import { caseIdOf } from "../parts/case-id";
import { CaseIntro } from "../parts/case-intro";
import { activityResults, mentorActivities, places, quickDurations, textLimits } from "../codes";
import { activityForm } from "../schema";

export const handle = pageHandle<ActivityFormView>({
  i18n: "registry",
  title: () => "registry:log.title",
  breadcrumbs: ({ brief, correcting }) =>
    caseCrumbs(brief, correcting ? "registry:log.correctTitle" : "registry:log.title"),
});

export const shouldRevalidate = revalidateOnConflict;

export const loader = guarded("activity:log", async ({ actor, params, request, now }) => ({
  ...(await readActivityForm(actor, caseIdOf(params), new URL(request.url).searchParams.get("zapis"), {
    now,
  })),
  newId: randomUUID(),
  today: dayOf(now),
}));

export const action = guarded("activity:log", async ({ actor, params, request, now }) => {
  const caseId = caseIdOf(params);
  const form = await readForm(request, activityForm);
  if (!form.ok) return badForm(form.reply);
  await logActivity(actor, caseId, form.value, { now });
  const text = form.value.version === undefined ? "registry:log.done" : "registry:log.correctDone";
  return redirectWithToast(`/pripady/${caseId}`, { kind: "success", text });
});

export default function LogActivity() {
  const { brief, correcting, newId, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation("registry");
  const quick = quickDurations.find((minutes) => minutes === correcting?.minutes);
  const duration = correcting && correcting.minutes > 0 ? String(quick ?? "other") : null;
  return (
    <>
      <CaseIntro
        brief={brief}
        title={t(correcting ? "log.correctTitle" : "log.title")}
        lead={t(correcting ? "log.correctLead" : "log.lead")}
      />
      <Form state={sent?.form}>
        <ErrorSummary />
        <HiddenField name="id" value={correcting?.id ?? newId} />
        {correcting && <HiddenField name="version" value={correcting.version} />}
        <FieldRow>
          <DateField
            name="day"
            label={t("log.day")}
            hint={null}
            defaultValue={correcting?.day ?? today}
            min={brief.current?.assignedOn}
            max={today}
          />
          <TimeField
            name="start"
            label={t("log.start")}
            optional
            defaultValue={correcting?.startMinute == null ? null : formatTime(correcting.startMinute)}
          />
        </FieldRow>
        <RadioGroup
          name="result"
          label={t("log.result")}
          inline
          defaultValue={correcting?.result ?? "done"}
          options={activityResults.map((result) => ({ value: result, label: t(`result.${result}`) }))}
        />
        <RadioGroup
          name="duration"
          label={t("log.duration")}
          inline
          defaultValue={duration}
          options={[
            ...quickDurations.map((minutes) => ({
              value: String(minutes),
              label: formatMinutesAsHours(minutes),
            })),
            { value: "other", label: t("log.other") },
          ]}
        />
        <TextField
          name="otherMinutes"
          label={t("log.otherMinutes")}
          optional
          width="short"
          inputMode="numeric"
          suffix={t("log.minutesSuffix")}
          defaultValue={duration === "other" ? correcting?.minutes : null}
        />
        <RadioGroup
          name="kind"
          label={t("log.kind")}
          defaultValue={correcting?.kind}
          options={mentorActivities.map((kind) => ({ value: kind, label: t(`activity.${kind}`) }))}
        />
        <RadioGroup
          name="place"
          label={t("log.place")}
          inline
          defaultValue={correcting?.place}
          options={places.map((place) => ({ value: place, label: t(`place.${place}`) }))}
        />
        <TextArea
          name="note"
          label={t("log.note")}
          hint={t("log.noteHint")}
          rows={3}
          defaultValue={correcting?.note}
          maxLength={textLimits.note}
        />
        <TextArea
          name="nextStep"
          label={t("log.nextStep")}
          hint={t("log.nextStepHint")}
          rows={2}
          optional
          defaultValue={correcting?.nextStep}
          maxLength={textLimits.reason}
        />
        <FormActions>
          <SubmitButton size="lg">{t("log.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
