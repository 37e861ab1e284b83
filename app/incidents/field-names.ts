import type { BiasIndicator, BiasMotivation } from "./codebook";

/** What forms and their schemas share; no library, so that the browser can have it too. */

/** Longest texts, in characters. */
export const lengths = { story: 8000, note: 1000, harm: 2000, evidence: 1000, reason: 1000 } as const;

export type StateField = `state-${BiasIndicator}`;
export type EvidenceField = `evidence-${BiasIndicator}`;
export type BasisField = `basis-${BiasMotivation}`;

/** Fields of an indicator: two for each, because a form has no nested values without scripts. */
export const stateField = (code: BiasIndicator): StateField => `state-${code}`;
export const evidenceField = (code: BiasIndicator): EvidenceField => `evidence-${code}`;

/** Field of a motivation in the coding form: empty, a basis, or UNSAID when the basis is not known. */
export const basisField = (code: BiasMotivation): BasisField => `basis-${code}`;
