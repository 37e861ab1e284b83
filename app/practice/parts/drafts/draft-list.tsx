import { useTranslation } from "react-i18next";
import { ButtonGroup, ConfirmButton, formatDay, LinkButton, Section, Time, useLanguage } from "~/ui";
import { isActivity } from "../../codes";
import { draftKeptDays, type DraftValues } from "../../rules/draft-fields";

interface DraftListProps {
  drafts: readonly { id: string; values: DraftValues; savedAt: string; erasedOn: string }[];
}

/** What was begun and not sent: to go on with, or to throw away. */
export function DraftList({ drafts }: DraftListProps) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  if (drafts.length === 0) return null;
  return (
    <Section title={t("draft.title")} lead={t("draft.lead", { count: draftKeptDays })} id="rozepsane">
      <ul className="stack">
        {drafts.map(({ id, values, savedAt, erasedOn }) => (
          <li key={id} className="stack border-t border-line pt-4">
            <p className="flex flex-wrap gap-x-3">
              <strong>{values.day ? <Time value={values.day} /> : t("draft.noDay")}</strong>
              {isActivity(values.activity) && <span>{t(`activity.${values.activity}`)}</span>}
            </p>
            {values.note && (
              <p className="line-clamp-2" lang="cs">
                {values.note}
              </p>
            )}
            <p className="text-ink-soft">
              {t("draft.saved")} <Time value={savedAt} /> ·{" "}
              {t("draft.erased", { day: formatDay(erasedOn, language) })}
            </p>
            <ButtonGroup>
              <LinkButton to={`/praxe/novy?rozepsane=${id}`} size="sm">
                {t("draft.continue")}
              </LinkButton>
              <ConfirmButton
                label={t("draft.discard")}
                title={t("draft.discardTitle")}
                text={<p>{t("draft.discardText")}</p>}
                variant="quiet"
                size="sm"
                values={{ intent: "discard", id }}
              />
            </ButtonGroup>
          </li>
        ))}
      </ul>
    </Section>
  );
}
