import { useTranslation } from "react-i18next";
import type { Language } from "~/i18n/languages";
import { Icon, type IconName } from "./icons";

interface SwitchProps {
  /** Where the choice is posted. */
  action: string;
  /** The page to come back to, sent as `back`. */
  back: string;
}

export interface LanguageSwitchProps extends SwitchProps {
  current: Language;
  languages: { code: Language; label: string }[];
}

/** Plain POST of `language`; the whole page is drawn again in the other language. */
export function LanguageSwitch({ action, back, current, languages }: LanguageSwitchProps) {
  const { t } = useTranslation("ui");
  return (
    <form method="post" action={action} className="switch" aria-label={t("language.legend")}>
      <input type="hidden" name="back" value={back} />
      <p className="switch-legend" aria-hidden="true">
        {t("language.legend")}
      </p>
      <div className="switch-choices">
        {languages.map(({ code, label }) => (
          <button
            key={code}
            type="submit"
            name="language"
            value={code}
            lang={code}
            aria-pressed={code === current}
            className="switch-choice"
          >
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

export type Theme = "auto" | "light" | "dark";

const THEMES: { theme: Theme; icon: IconName }[] = [
  { theme: "auto", icon: "contrast" },
  { theme: "light", icon: "sun" },
  { theme: "dark", icon: "moon" },
];

export interface ThemeSwitchProps extends SwitchProps {
  current: Theme;
}

/** Plain POST of `theme`. */
export function ThemeSwitch({ action, back, current }: ThemeSwitchProps) {
  const { t } = useTranslation("ui");
  return (
    <form method="post" action={action} className="switch" aria-label={t("theme.legend")}>
      <input type="hidden" name="back" value={back} />
      <p className="switch-legend" aria-hidden="true">
        {t("theme.legend")}
      </p>
      <div className="switch-choices">
        {THEMES.map(({ theme, icon }) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            className="switch-choice"
          >
            <Icon name={icon} size="sm" />
            {t(`theme.${theme}`)}
          </button>
        ))}
      </div>
    </form>
  );
}
