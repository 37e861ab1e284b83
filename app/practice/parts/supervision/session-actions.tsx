import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { ButtonGroup, ConfirmButton, LinkButton, TextField } from "~/ui";
import type { SessionDetail } from "../../operations/supervision/read-session.server";
import { cancelReasonLength } from "../../supervision-codes";

interface SessionActionsProps {
  session: SessionDetail;
  form: FormState | undefined;
}

/** What can be done with a session: by its supervisor, and by those who are to come. */
export function SessionActions({ session, form }: SessionActionsProps) {
  const { t } = useTranslation("supervision");
  const { id, state, over, own, version } = session;
  const here = `/supervize/${id}`;
  const planned = state === "planned";
  return (
    <ButtonGroup>
      {own && over && (
        <LinkButton to={`${here}/dochazka`} icon="check">
          {t("detail.close")}
        </LinkButton>
      )}
      {own && state === "held" && (
        <LinkButton to={`${here}/dochazka`} variant="secondary" icon="edit">
          {t("detail.correct")}
        </LinkButton>
      )}
      {planned && !over && (
        <LinkButton to={`${here}/pozvanka.ics`} variant="secondary" icon="calendar" reloadDocument>
          {t("detail.file")}
        </LinkButton>
      )}
      {own && planned && (
        <LinkButton to={`${here}/pozvat`} variant="secondary" icon="people">
          {t("detail.invite")}
        </LinkButton>
      )}
      {own && planned && !over && (
        <LinkButton to={`${here}/zmena`} variant="secondary" icon="edit">
          {t("detail.change")}
        </LinkButton>
      )}
      {own && state !== "cancelled" && (
        <LinkButton to={`${here}/listina`} variant="quiet" icon="print">
          {t("detail.sheet")}
        </LinkButton>
      )}
      {own && planned && (
        <ConfirmButton
          label={t("cancel.open")}
          title={t("cancel.title")}
          text={t("cancel.text")}
          variant="quiet"
          values={{ intent: "cancel", version }}
          state={form?.values.intent === "cancel" ? form : undefined}
        >
          <TextField
            name="reason"
            label={t("cancel.reason")}
            hint={t("cancel.reasonHint")}
            maxLength={cancelReasonLength}
            lang="cs"
          />
        </ConfirmButton>
      )}
    </ButtonGroup>
  );
}
