import { useTranslation } from "react-i18next";
import type { PresenceState } from "../../rules/presence";
import { PresenceTag } from "./presence-tag";

export interface EntryGuideProps {
  guide: { name: string } | null;
  presence: {
    state: PresenceState;
    last: { at: string; present: boolean; reason: string | null } | null;
  };
}

/** Who guided, and what that guide says: confirmed, not there and why, or nothing yet. */
export function EntryGuide({ guide, presence }: EntryGuideProps) {
  const { t } = useTranslation("practice");
  if (!guide) return <span>{t("presence.noGuide")}</span>;
  const { state, last } = presence;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{guide.name}</span>
      <PresenceTag state={state} />
      {state === "denied" && last?.reason && (
        <q className="w-full" lang="cs">
          {last.reason}
        </q>
      )}
    </span>
  );
}
