import { useTranslation } from "react-i18next";
import { formatDay, StatusTag, useLanguage, useText, type Tone } from "~/ui";
import type { Flag, FlagCode } from "../../rules/overview/flags";

const tones: Record<FlagCode, Tone> = {
  attendance: "danger",
  testFailed: "danger",
  inactive: "warning",
  behind: "warning",
  supervision: "warning",
  practiceWaiting: "info",
};

/** Flags in words: the rule that raised each, and what to do about it. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  const { t } = useTranslation("overview");
  const text = useText();
  const language = useLanguage();
  if (flags.length === 0) return <>{t("flag.none")}</>;
  return (
    <ul className="flags">
      {flags.map(({ code, values }) => {
        const { day } = values;
        const said = typeof day === "string" ? { ...values, day: formatDay(day, language) } : values;
        return (
          <li key={code}>
            <StatusTag tone={tones[code]}>
              {text({ key: `overview:flag.${code}.text`, values: said })}
            </StatusTag>
            <span className="flag-step">{text({ key: `overview:flag.${code}.step`, values: said })}</span>
          </li>
        );
      })}
    </ul>
  );
}
