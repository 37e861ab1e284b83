import { useTranslation } from "react-i18next";
import { DescriptionList, formatDay, useLanguage, useText } from "~/ui";
import { explainStanding, type StandingSentence } from "../../rules/mentors/standing-sentences";
import type { MentorStanding } from "../../rules/mentors/standing";

/** Why the standing is what it is, until when, and what to do: to the mentor or about the mentor. */
export function StandingExplained({ standing, voice }: { standing: MentorStanding; voice: "own" | "about" }) {
  const { t } = useTranslation("mentors");
  const text = useText();
  const language = useLanguage();
  const say = ({ key, days }: StandingSentence) =>
    text({
      key,
      values: Object.fromEntries(Object.entries(days).map(([name, day]) => [name, formatDay(day, language)])),
    });
  const { why, until, todo } = explainStanding(standing, voice);
  const labels = voice === "own" ? "own" : "record";
  return (
    <DescriptionList
      items={[
        { label: t(`${labels}.why`), value: say(why) },
        { label: t(`${labels}.until`), value: say(until) },
        { label: t(`${labels}.todo`), value: say(todo) },
      ]}
    />
  );
}
