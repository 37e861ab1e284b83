import {
  standingKind,
  StandingSentence,
  StandingTag,
  type TraineeStanding as Standing,
} from "~/certification/index";

/** Where a trainee stands on the way to the certificate, and what is missing in plain sentences. */
export function TraineeStanding({ standing }: { standing: Standing | undefined }) {
  if (!standing) return <>–</>;
  return (
    <div className="standing">
      {standingKind(standing) !== "studying" && <StandingTag standing={standing} />}
      <StandingSentence standing={standing} />
    </div>
  );
}
