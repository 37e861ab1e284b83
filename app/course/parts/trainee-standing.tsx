import { useText, type Text } from "~/ui";

/** What is missing for the certificate, in plain sentences; the rules of certification say which. */
export interface StandingSummary {
  complete: boolean;
  sentences: Text[];
}

export function TraineeStanding({ standing }: { standing: StandingSummary | null }) {
  const text = useText();
  if (!standing) return <>–</>;
  return <>{standing.sentences.map(text).join(" ")}</>;
}
