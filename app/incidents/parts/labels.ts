import { useTranslation } from "react-i18next";
import type { Option } from "~/ui";
import type {
  BiasBasis,
  BiasIndicator,
  BiasMotivation,
  Channel,
  GeoPrecision,
  IncidentForm,
  IndicatorState,
  OdihrType,
  PlaceKind,
  Source,
  Verification,
  VictimType,
} from "../codebook";

/** Words of the codebook in the page's language. */
export function useLabels() {
  const { t } = useTranslation("incidents");
  return {
    form: (code: IncidentForm) => t(`code.form.${code}`),
    formHint: (code: IncidentForm) => t(`code.formHint.${code}`),
    channel: (code: Channel) => t(`code.channel.${code}`),
    place: (code: PlaceKind) => t(`code.place.${code}`),
    geoPrecision: (code: GeoPrecision) => t(`code.geoPrecision.${code}`),
    motivation: (code: BiasMotivation) => t(`code.motivation.${code}`),
    basis: (code: BiasBasis) => t(`code.basis.${code}`),
    victimType: (code: VictimType) => t(`code.victimType.${code}`),
    victimTypeHint: (code: VictimType) => t(`code.victimTypeHint.${code}`),
    source: (code: Source) => t(`code.source.${code}`),
    sourceHint: (code: Source) => t(`code.sourceHint.${code}`),
    verification: (code: Verification) => t(`code.verification.${code}`),
    verificationHint: (code: Verification) => t(`code.verificationHint.${code}`),
    indicator: (code: BiasIndicator) => t(`code.indicator.${code}`),
    indicatorHint: (code: BiasIndicator) => t(`code.indicatorHint.${code}`),
    indicatorState: (code: IndicatorState) => t(`code.indicatorState.${code}`),
    odihr: (code: OdihrType) => t(`code.odihr.${code}`),
  };
}

/** The codebook's words begin small; on their own they begin a sentence. */
export function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase("cs") + words.slice(1);
}

/** Class of a group with many choices: two beside each other where there is room. */
export const twoColumns = "md:[&_.choices]:grid-cols-2 md:[&_.choice]:content-start";

/** Codes as the choices of a field. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  label: (code: Code) => string,
  hint?: (code: Code) => string,
): Option[] {
  return codes.map((code) => ({ value: code, label: sentence(label(code)), hint: hint?.(code) }));
}
