import {
  biasMotivations,
  incidentForms,
  places,
  sources,
  victimTypes,
  type BiasBasis,
  type BiasMotivation,
  type Channel,
  type IncidentForm,
  type PlaceKind,
  type Source,
  type VictimType,
} from "~/incidents/codebook";
import { weighted, type Weighted } from "./chance";
import type { DemoWorld } from "./world";

const formWeights: Weighted<IncidentForm> = [
  ["VERBAL", 32],
  ["THREAT", 12],
  ["EXTORTION", 2],
  ["GRAFFITI", 10],
  ["DAMAGE", 8],
  ["ARSON", 2],
  ["PHYSICAL", 14],
  ["SEXUAL", 1],
  ["KILLING", 0.3],
  ["PUBLIC_SPEECH", 9],
  ["DISCRIMINATION", 12],
];
const motivationWeights: Weighted<BiasMotivation> = biasMotivations.map((code) => [
  code,
  code === "ANTI_ROMA" ? 78 : code === "RACIST_XENOPHOBIC" ? 9 : 1,
]);
const sourceWeights: Weighted<Source> = sources.map((code) => [
  code,
  code === "VICTIM" ? 45 : code === "WITNESS" ? 25 : 5,
]);
const victimWeights: Weighted<VictimType> = victimTypes.map((code) => [code, code === "PERSON" ? 50 : 10]);
const placeWeights: Weighted<PlaceKind> = places.map((code) => [
  code,
  { STREET: 30, HOME: 14, COMMON: 9, SHOP: 9, TRANSPORT: 8, POLICE: 2, MEMORIAL: 2 }[code as string] ?? 5,
]);

export type DemoCodes = ReturnType<typeof codesOf>;

/** Every code of the codebook comes once at the beginning, then as often as in life. */
export function codesOf({ random, pick }: DemoWorld, index: number) {
  const form = incidentForms[index] ?? weighted(formWeights, random);
  const forms = form !== "VERBAL" && form !== "DISCRIMINATION" && random() < 0.3 ? [form, "VERBAL"] : [form];
  const motivation = biasMotivations[index] ?? weighted(motivationWeights, random);
  const second = random() < 0.05 && motivation === "ANTI_ROMA" ? ["RACIST_XENOPHOBIC"] : [];
  const channel: Channel =
    form === "PHYSICAL" || form === "DAMAGE" || random() < 0.8
      ? "IN_PERSON"
      : pick<Channel>(["ONLINE", "ONLINE", "PHONE", "LETTER"]);
  const placeKind = channel === "ONLINE" ? "ONLINE" : (places[index] ?? weighted(placeWeights, random));
  const basis: BiasBasis | null =
    random() < 0.75 ? "ACTUAL" : random() < 0.5 ? pick<BiasBasis>(["PERCEIVED", "ASSOCIATION"]) : null;
  return {
    forms: incidentForms.filter((code) => forms.includes(code)),
    channel,
    placeKind,
    biasMotivations: [motivation, ...second] as BiasMotivation[],
    biasBasis: basis ? { [motivation]: basis } : {},
    victimType: victimTypes[index] ?? weighted(victimWeights, random),
    source: sources[index] ?? weighted(sourceWeights, random),
  };
}
