import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { HiddenField, Notice, useLanguage } from "~/ui";
import type { SessionOptions } from "../../operations/teaching/session-options.server";
import { SessionFields } from "./session-fields";
import { sessionWhen } from "./session-when";

/** A morning of teaching as it is usually held. */
const usual = { from: "09:00", to: "12:15", breakMinutes: 15 };

/** What a new session makes up for, when it does. */
export function MakeUpNotice({ missed }: { missed: SessionOptions["missed"] }) {
  const { t } = useTranslation("teaching");
  const language = useLanguage();
  if (!missed) return null;
  return (
    <Notice>
      {t("makeUp.for", { topic: missed.session.topic, when: sessionWhen(missed.session, language) })}
    </Notice>
  );
}

interface NewSessionFieldsProps {
  /** The client-made id; the one sent before stays, so that sending again has one effect. */
  id: string;
  form: FormState | undefined;
  options: SessionOptions;
  day?: string;
  min: string;
  max: string;
}

/** Fields of a session that is not there yet, planned or already held. */
export function NewSessionFields({ id, form, options, day, min, max }: NewSessionFieldsProps) {
  const { missed, place, trainer } = options;
  return (
    <>
      <HiddenField name="id" value={String(form?.values.id ?? id)} />
      {missed && <HiddenField name="makeUpFor" value={missed.session.id} />}
      <SessionFields
        options={options}
        defaults={{ place, trainerId: trainer, day, topic: missed?.session.topic, ...usual }}
        min={min}
        max={max}
      />
    </>
  );
}
