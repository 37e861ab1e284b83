import type { Graduation } from "../rules/graduation";
import { sentenceOf } from "../rules/standing-sentence";
import { useText } from "~/ui";

/** What is missing, in plain sentences; the same words for the trainee, the trainer and the certificate. */
export function StandingSentence({ standing }: { standing: { graduation: Graduation } }) {
  const text = useText();
  return <span>{sentenceOf(standing.graduation, text)}</span>;
}
