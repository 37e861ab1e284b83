import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ConfirmButton, LinkButton, TextArea } from "~/ui";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { examReasonLength } from "../../rules/exam/codes";
import { formOfIntent } from "./form-of-candidate";

/** What the organiser can do with the whole day: change a planned one, cancel one that is not closed. */
export function DayActions({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  if (!day.you.organiser || !["planned", "open"].includes(day.state)) return null;
  return (
    <>
      {day.state === "planned" && (
        <LinkButton to="zmena" variant="secondary">
          {t("change.link")}
        </LinkButton>
      )}
      <ConfirmButton
        label={t("cancel.label")}
        title={t("cancel.title")}
        text={<p>{t("cancel.text")}</p>}
        variant="quiet"
        values={{ intent: "cancel" }}
        state={formOfIntent(form, "cancel")}
      >
        <TextArea
          name="reason"
          label={t("cancel.reason")}
          hint={t("cancel.reasonHint")}
          rows={2}
          maxLength={examReasonLength}
          lang="cs"
        />
      </ConfirmButton>
    </>
  );
}
