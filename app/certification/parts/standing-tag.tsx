import { useTranslation } from "react-i18next";
import { StatusTag, type Tone } from "~/ui";
import { standingKind, type StandingKind, type TraineeStanding } from "../rules/trainee-standing";

const tones: Record<StandingKind, Tone> = {
  certified: "success",
  revoked: "danger",
  left: "neutral",
  ready: "success",
  examined: "info",
  studying: "info",
};

/** A trainee's standing in a word or two. */
export function StandingTag({ standing }: { standing: TraineeStanding }) {
  const { t } = useTranslation("certification");
  const kind = standingKind(standing);
  return (
    <StatusTag tone={tones[kind]} icon={kind === "certified" ? "certificate" : undefined}>
      {t(`kind.${kind}`)}
    </StatusTag>
  );
}
