import { useTranslation } from "react-i18next";
import { DescriptionList, type FormState, Section, Stack } from "~/ui";
import type { Verification } from "../codebook";
import { CodingForm, type CodingFormProps } from "./coding-form";
import { CodingHistory, type CodingHistoryItem } from "./coding-history";
import { VerificationForm, type VerificationFormProps } from "./verification-form";

export interface AnalysisRecordProps {
  incident: CodingFormProps["current"] & {
    version: number;
    verification: Verification;
    verifications: { indicators: VerificationFormProps["indicators"] | null }[];
  };
  analysis: { reporter: { name: string; address: string | null } | null; codings: CodingHistoryItem[] };
  nextVerification: string;
  nextCoding: string;
  /** What a refused submit of either form sent back. */
  state: FormState | undefined;
}

/** What only analysts see and do: who reported, the decision, the coding. */
export function AnalysisRecord(props: AnalysisRecordProps) {
  const { incident, analysis, nextVerification, nextCoding, state } = props;
  const { t } = useTranslation("incidents");
  const { reporter, codings } = analysis;
  return (
    <Section title={t("analysis.title")}>
      <Stack>
        {reporter && (
          <DescriptionList
            items={[
              {
                label: t("detail.reporter"),
                value: reporter.name,
                action: reporter.address && (
                  <a href={`mailto:${reporter.address}`}>
                    {t("detail.contact")} ({reporter.address})
                  </a>
                ),
              },
            ]}
          />
        )}
        <VerificationForm
          id={nextVerification}
          version={incident.version}
          current={incident.verification}
          indicators={incident.verifications[0]?.indicators ?? {}}
          state={sentWith("verify", state)}
        />
        <CodingForm
          id={nextCoding}
          version={incident.version}
          current={incident}
          state={sentWith("code", state)}
        />
        <CodingHistory items={codings} />
      </Stack>
    </Section>
  );
}

/** The answer belongs to the form it was sent from. */
function sentWith(intent: "verify" | "code", state: FormState | undefined): FormState | undefined {
  return state?.values?.intent === intent ? state : undefined;
}
