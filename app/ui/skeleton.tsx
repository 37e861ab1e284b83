import { useTranslation } from "react-i18next";

/** Stands where text, cards or a table are about to be. */
export function Skeleton({ kind = "text", lines = 3 }: { kind?: "text" | "card" | "table"; lines?: number }) {
  const { t } = useTranslation("ui");
  return (
    <div className={`skeleton skeleton-${kind}`} role="status">
      <span className="visually-hidden">{t("skeleton.loading")}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
