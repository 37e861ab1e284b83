import { useTranslation } from "react-i18next";
import { StatusTag } from "~/ui";

/** The state of a session in a word; one that is over without attendance asks for it. */
export function SessionTag({
  state,
  attendanceDue = false,
}: {
  state: "planned" | "held" | "cancelled";
  attendanceDue?: boolean;
}) {
  const { t } = useTranslation("teaching");
  if (attendanceDue) return <StatusTag tone="warning">{t("state.due")}</StatusTag>;
  const tone = { planned: "info", held: "success", cancelled: "neutral" } as const;
  return <StatusTag tone={tone[state]}>{t(`state.${state}`)}</StatusTag>;
}
