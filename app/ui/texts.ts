import { useTranslation } from "react-i18next";
import type { Language } from "~/i18n/languages";
import { languageOf } from "./formatting";

const KEY = /^[a-z][\w-]*:[\w.-]+$/i;

/** A catalogue key with its namespace ("errors:required"), alone or with values; or a finished text. */
export type Text = string | { key: string; values?: Record<string, string | number> };

/** Translates catalogue keys; anything that is not one is taken for a finished text and returned as it is. */
export function useText(): (text: Text) => string {
  const { t } = useTranslation("ui");
  const translate = t as (key: string, values?: Record<string, string | number>) => string;
  return (text) => {
    const { key, values } = typeof text === "string" ? { key: text, values: undefined } : text;
    return KEY.test(key) ? translate(key, values) : key;
  };
}

/** The language the page is being drawn in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation("ui");
  return languageOf(i18n.language);
}
