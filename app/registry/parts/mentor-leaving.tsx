import { useTranslation } from "react-i18next";
import type { MentorState } from "~/certification/index";
import { Notice } from "~/ui";
import { mentorName } from "./mentor-name";

/** Tells a coordinator that the case is with somebody who is not active: keep an eye on it, or hand it over. */
export function MentorLeaving({
  mentor,
}: {
  mentor: { code: string; name: string | null; standing: { state: MentorState } };
}) {
  const { t } = useTranslation("mentors");
  const { state } = mentor.standing;
  return (
    <Notice tone={state === "lapsing" || state === "unknown" ? "warning" : "danger"}>
      {t(`handOver.${state}`, { mentor: mentorName(mentor) })}
    </Notice>
  );
}
