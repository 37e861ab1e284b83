import { StatusTag, type Tone } from "~/ui";
import type { Verification } from "../codebook";
import { useLabels } from "./labels";

const tones: Record<Verification, Tone> = {
  UNVERIFIED: "neutral",
  CONFIRMED: "success",
  PROBABLE: "info",
  UNCLEAR: "warning",
  REJECTED: "danger",
};

export function VerificationTag({ verification }: { verification: Verification }) {
  const labels = useLabels();
  return <StatusTag tone={tones[verification]}>{labels.verification(verification)}</StatusTag>;
}

/** Tone of a decision in a history. */
export function verificationTone(verification: Verification): Tone {
  return tones[verification];
}
