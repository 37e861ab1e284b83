import { useTranslation } from "react-i18next";
import { HiddenField, Notice, Section, TextArea } from "~/ui";
import { joinAnswers, longestAnswer } from "../../rules/learning/worksheet-sync";
import { worksheetField, worksheetVersionField } from "../../worksheet-field";

interface WorksheetView {
  id: string;
  label: string;
  text: string;
  version: number;
}

interface AnswerConflict {
  worksheetId: string;
  mine: string;
  current: { text: string; version: number };
}

/** The fields of all worksheets of a lesson; on paper the answers stand under their questions. */
export function WorksheetFields({
  worksheets,
  conflicts,
}: {
  worksheets: readonly WorksheetView[];
  conflicts: readonly AnswerConflict[];
}) {
  return worksheets.map(({ id, label, text, version }) => {
    const conflict = conflicts.find(({ worksheetId }) => worksheetId === id);
    // Both texts stand in the field: whoever sends it again sends what is to stay.
    const value = conflict ? joinAnswers(conflict.mine, conflict.current.text) : text;
    return (
      <div key={`${id} ${conflict ? "both" : ""}`} className="worksheet-entry" lang="cs">
        <HiddenField name={worksheetVersionField(id)} value={conflict?.current.version ?? version} />
        <TextArea
          name={worksheetField(id)}
          label={label}
          defaultValue={value}
          rows={5}
          maxLength={longestAnswer}
          optional
        />
        <p className="worksheet-printed">{value}</p>
      </div>
    );
  });
}

/** Says that another device wrote something else meanwhile, and shows both texts. */
export function AnswerConflicts({
  conflicts,
  worksheets,
}: {
  conflicts: readonly AnswerConflict[];
  worksheets: readonly WorksheetView[];
}) {
  const { t } = useTranslation("learning");
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warning" title={t("worksheets.conflict")}>
      <p>{t("worksheets.conflictText")}</p>
      {conflicts.map(({ worksheetId, mine, current }) => (
        <dl key={worksheetId} lang="cs">
          <dt>{worksheets.find(({ id }) => id === worksheetId)?.label}</dt>
          <dd>
            {t("worksheets.hereText")}: <span className="worksheet-other">{mine}</span>
          </dd>
          <dd>
            {t("worksheets.thereText")}: <span className="worksheet-other">{current.text}</span>
          </dd>
        </dl>
      ))}
    </Notice>
  );
}

/** What was written into worksheets the lesson does not have any more. */
export function FormerAnswers({ answers }: { answers: readonly { id: string; text: string }[] }) {
  const { t } = useTranslation("learning");
  if (answers.length === 0) return null;
  return (
    <Section title={t("worksheets.former")} lead={t("worksheets.formerLead")}>
      {answers.map(({ id, text }) => (
        <p key={id} className="worksheet-other" lang="cs">
          {text}
        </p>
      ))}
    </Section>
  );
}
