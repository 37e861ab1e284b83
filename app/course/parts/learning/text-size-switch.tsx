import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { textSizeCookieText, textSizes, type TextSize } from "../../rules/learning/text-size";

export interface TextSizeSwitchProps {
  current: TextSize;
  onChange: (size: TextSize) => void;
}

/** How large the lesson is written on this device; a plain form without scripts. */
export function TextSizeSwitch({ current, onChange }: TextSizeSwitchProps) {
  const { t } = useTranslation("learning");
  const { pathname } = useLocation();
  return (
    <form method="post" action="/kurz/pismo" className="text-size" aria-label={t("size.label")}>
      <input type="hidden" name="back" value={pathname} />
      {textSizes.map((size) => (
        <button
          key={size}
          type="submit"
          name="size"
          value={size}
          className={`text-size-choice text-size-${size}`}
          aria-pressed={size === current}
          aria-label={t(`size.${size}`)}
          onClick={(event) => {
            event.preventDefault();
            document.cookie = textSizeCookieText(size);
            onChange(size);
          }}
        >
          A
        </button>
      ))}
    </form>
  );
}
