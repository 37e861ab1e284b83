import { useTranslation } from "react-i18next";
import { Checkbox, Notice } from "~/ui";
import type { PersonalDataHint } from "../rules/personal-data";

/** Lists what looks like a name, a phone or a birth number, and asks to look again. */
export function NamesWarning({ hints }: { hints: readonly PersonalDataHint[] }) {
  const { t } = useTranslation("practice");
  return (
    <>
      <Notice tone="warning" title={t("names.title")}>
        <p>{t("names.intro")}</p>
        <ul>
          {hints.map(({ kind, found }) => (
            <li key={`${kind}:${found}`}>{t("names.item", { kind: t(`names.kind.${kind}`), found })}</li>
          ))}
        </ul>
        <p>{t("names.advice")}</p>
      </Notice>
      <Checkbox name="namesChecked" label={t("names.confirm")} />
    </>
  );
}
