import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ButtonGroup, ConfirmButton, LinkButton, TextField } from "~/ui";
import type { SessionReading } from "../../operations/teaching/read-session.server";
import { runCredits } from "../../rules/run-states";

interface SessionActionsProps {
  reading: SessionReading;
  form: FormState | undefined;
}

/** What can be done with a session in its present state. */
export function SessionActions({ reading: { run, session, changeable }, form }: SessionActionsProps) {
  const { t } = useTranslation("teaching");
  const here = `/behy/${run.id}/vyuka/${session.id}`;
  const missable = session.state === "held" && session.makeUpForId === null && run.state !== "closed";
  return (
    <ButtonGroup>
      {session.state !== "cancelled" && (
        <LinkButton to={`${here}/listina`} variant="secondary" icon="print">
          {t("sheet.open")}
        </LinkButton>
      )}
      {changeable && (
        <LinkButton to={`${here}/zmena`} variant="secondary" icon="edit">
          {t("change.open")}
        </LinkButton>
      )}
      {missable && (
        <LinkButton to={`/behy/${run.id}/vyuka/nova?nahrada=${session.id}`} variant="secondary">
          {t("makeUp.plan")}
        </LinkButton>
      )}
      {missable && runCredits(run.state) && (
        <LinkButton to={`/behy/${run.id}/vyuka/zapis?nahrada=${session.id}`} variant="quiet">
          {t("makeUp.record")}
        </LinkButton>
      )}
      {changeable && (
        <ConfirmButton
          label={t("cancel.open")}
          title={t("cancel.title")}
          text={t("cancel.text")}
          variant="quiet"
          values={{ intent: "cancel", version: session.version }}
          state={form}
        >
          <TextField name="reason" label={t("cancel.reason")} hint={t("cancel.reasonHint")} maxLength={300} />
        </ConfirmButton>
      )}
    </ButtonGroup>
  );
}
