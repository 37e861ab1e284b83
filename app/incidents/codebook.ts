/**
 * The incident codebook, version 1: codes only, their words are in the catalogues. Sources: ODIHR hate-crime
 * reporting methodology, Facing Facts, In IUSTITIA's form, ACLED (precision); `places` are this project's own.
 * A code is never renamed or removed; a change is a new version, and every coded row says which one it used.
 */

export const codebookVersion = 1;

export const biasMotivations = [
  "ANTI_ROMA",
  "RACIST_XENOPHOBIC",
  "ANTISEMITIC",
  "ANTI_MUSLIM",
  "ANTI_CHRISTIAN",
  "OTHER_BELIEF",
  "GENDER",
  "LGBTI",
  "DISABILITY",
  "POLITICAL",
  "HOMELESS",
  "SUBCULTURE",
  "AGE",
  "OTHER",
  "UNKNOWN",
] as const;
export type BiasMotivation = (typeof biasMotivations)[number];

/** How the victim is tied to the group the attack was meant for. */
export const biasBases = ["ACTUAL", "PERCEIVED", "ASSOCIATION"] as const;
export type BiasBasis = (typeof biasBases)[number];

export const incidentForms = [
  "VERBAL",
  "THREAT",
  "EXTORTION",
  "GRAFFITI",
  "DAMAGE",
  "ARSON",
  "PHYSICAL",
  "SEXUAL",
  "KILLING",
  "PUBLIC_SPEECH",
  "DISCRIMINATION",
] as const;
export type IncidentForm = (typeof incidentForms)[number];

export const channels = ["IN_PERSON", "PHONE", "ONLINE", "LETTER"] as const;
export type Channel = (typeof channels)[number];

export const places = [
  "STREET",
  "HOME",
  "COMMON",
  "TRANSPORT",
  "SHOP",
  "SCHOOL",
  "WORK",
  "OFFICE",
  "POLICE",
  "VENUE",
  "MEMORIAL",
  "ONLINE",
  "OTHER",
] as const;
export type PlaceKind = (typeof places)[number];

/** From the finest to the coarsest. */
export const geoPrecisions = ["ADDRESS", "STREET", "PART", "MUNICIPALITY", "DISTRICT"] as const;
export type GeoPrecision = (typeof geoPrecisions)[number];

export const timePrecisions = ["MINUTE", "DAY", "WEEK", "MONTH"] as const;
export type TimePrecision = (typeof timePrecisions)[number];

export const victimTypes = ["PERSON", "FAMILY", "GROUP", "ORGANISATION", "PROPERTY", "COMMUNITY"] as const;
export type VictimType = (typeof victimTypes)[number];

export const sources = ["VICTIM", "WITNESS", "MENTOR", "NGO", "MEDIA", "POLICE", "SOCIAL_MEDIA"] as const;
export type Source = (typeof sources)[number];

export const verifications = ["UNVERIFIED", "CONFIRMED", "PROBABLE", "UNCLEAR", "REJECTED"] as const;
export type Verification = (typeof verifications)[number];

export const biasIndicators = [
  "BI01",
  "BI02",
  "BI03",
  "BI04",
  "BI05",
  "BI06",
  "BI07",
  "BI08",
  "BI09",
  "BI10",
] as const;
export type BiasIndicator = (typeof biasIndicators)[number];

export const indicatorStates = ["PRESENT", "ABSENT", "UNKNOWN"] as const;
export type IndicatorState = (typeof indicatorStates)[number];

export const odihrTypes = ["VIOLENT_ATTACK", "THREAT", "PROPERTY", "NOT_ELIGIBLE"] as const;
export type OdihrType = (typeof odihrTypes)[number];

/** Narrows a stored code; rows of a later codebook may hold codes this one does not know. */
export function isCode<Code extends string>(codes: readonly Code[], value: unknown): value is Code {
  return codes.some((code) => code === value);
}

/** The known ones of stored codes, in the order of the codebook. */
export function knownCodes<Code extends string>(codes: readonly Code[], values: readonly string[]): Code[] {
  return codes.filter((code) => values.includes(code));
}
