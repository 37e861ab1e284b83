import { useTranslation } from "react-i18next";
import { Timeline } from "~/ui";
import type { PastChange } from "../operations/read-settings.server";

/** Who changed which numbers, when and why; the newest first. */
export function SettingsHistory({ history }: { history: readonly PastChange[] }) {
  const { t } = useTranslation("mentors");
  if (history.length === 0) return <p>{t("settings.noHistory")}</p>;
  return (
    <Timeline
      label={t("settings.history")}
      items={history.map(({ id, at, by, reason, changes }) => ({
        id,
        at,
        author: by ?? undefined,
        title: reason,
        text: (
          <ul>
            {changes.map(({ name, from, to }) => (
              <li key={name}>{t("settings.changed", { name: t(`settings.${name}`), from, to })}</li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}
