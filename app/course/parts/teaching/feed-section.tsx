import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  ErrorSummary,
  Form,
  FormActions,
  formatDateTime,
  HiddenField,
  Notice,
  Section,
  SubmitButton,
  useLanguage,
} from "~/ui";

interface FeedSectionProps {
  id: string;
  /** Since when there is an address; null when there is none. */
  since: Date | string | null;
  /** The address just made: shown once, because nobody keeps it. */
  address: string | undefined;
  form: FormState | undefined;
}

/** The secret address under which a phone's calendar reads one's own teaching. */
export function FeedSection({ id, since, address, form }: FeedSectionProps) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  return (
    <Section title={t("feed.title")} lead={t("feed.lead")} id="odber">
      {address && (
        <Notice tone="success" title={t("feed.made")}>
          <p className="feed-address">
            <code>{address}</code>
          </p>
          <p>{t("feed.onlyNow")}</p>
        </Notice>
      )}
      {since && <p>{t("feed.since", { when: formatDateTime(since, language) })}</p>}
      <Form state={form} id="feed">
        <ErrorSummary />
        <HiddenField name="intent" value="make" />
        <HiddenField name="id" value={id} />
        <p className="text-muted">{t(since ? "feed.againText" : "feed.makeText")}</p>
        <FormActions>
          <SubmitButton variant="secondary" icon="calendar">
            {t(since ? "feed.again" : "feed.make")}
          </SubmitButton>
        </FormActions>
      </Form>
      {since && (
        <ConfirmButton
          label={t("feed.revoke")}
          title={t("feed.revokeTitle")}
          text={t("feed.revokeText")}
          variant="quiet"
          values={{ intent: "revoke" }}
        />
      )}
    </Section>
  );
}
