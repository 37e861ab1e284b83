import { useTranslation } from "react-i18next";
import { Timeline } from "~/ui";

interface Move {
  id: string;
  name: string;
  fromPlace: number;
  toPlace: number;
  reason: string;
  movedAt: string | Date;
  by: string;
}

/** Who changed the order of a waiting list, when and why. */
export function WaitingMoves({ moves }: { moves: Move[] }) {
  const { t } = useTranslation("recruitment");
  if (moves.length === 0) return <p className="text-muted">{t("moves.empty")}</p>;
  return (
    <Timeline
      label={t("moves.label")}
      items={moves.map(({ id, name, fromPlace, toPlace, reason, movedAt, by }) => ({
        id,
        at: new Date(movedAt).toISOString(),
        author: by,
        title: t("moves.item", { name, from: fromPlace, to: toPlace }),
        text: reason,
      }))}
    />
  );
}
