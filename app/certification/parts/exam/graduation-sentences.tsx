import { useTranslation } from "react-i18next";
import { Disclosure, formatNumber, useLanguage, useText } from "~/ui";
import { graduationSentences } from "../../rules/graduation-sentences";
import type { Graduation } from "../../rules/graduation";

/** Why somebody can, or cannot yet, get the certificate: a sentence for each condition. */
export function GraduationSentences({ graduation }: { graduation: Graduation }) {
  const { t } = useTranslation("exam");
  const text = useText();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language, 2);
  return (
    <Disclosure summary={t(graduation.complete ? "explain.complete" : "explain.incomplete")}>
      <ul>
        {graduationSentences(graduation).map(({ key, values: { done, required, missing } }) => (
          <li key={key}>
            {text({
              key,
              values: { done: number(done), required: number(required), missing: number(missing) },
            })}
          </li>
        ))}
      </ul>
      <p className="field-hint">{t("explain.rule", { version: graduation.ruleVersion })}</p>
    </Disclosure>
  );
}
