import type { IncidentForm, OdihrType } from "../codebook";
import { odihrTypes } from "../codebook";

/**
 * ODIHR counts hate crimes: a criminal act with a bias motive. Speech and discrimination are monitored too,
 * but are no hate crimes in its sense, and neither is an insult alone.
 */
export const odihrTypeOfForm: Record<IncidentForm, OdihrType> = {
  KILLING: "VIOLENT_ATTACK",
  PHYSICAL: "VIOLENT_ATTACK",
  SEXUAL: "VIOLENT_ATTACK",
  THREAT: "THREAT",
  EXTORTION: "THREAT",
  ARSON: "PROPERTY",
  DAMAGE: "PROPERTY",
  GRAFFITI: "PROPERTY",
  VERBAL: "NOT_ELIGIBLE",
  PUBLIC_SPEECH: "NOT_ELIGIBLE",
  DISCRIMINATION: "NOT_ELIGIBLE",
};

/** The gravest type among an incident's forms; an incident counts once. Without forms it is not eligible. */
export function odihrTypeOf(forms: readonly IncidentForm[]): OdihrType {
  const found = new Set(forms.map((form) => odihrTypeOfForm[form]));
  return odihrTypes.find((type) => found.has(type)) ?? "NOT_ELIGIBLE";
}
