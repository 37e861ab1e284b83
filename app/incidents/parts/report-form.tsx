import { useTranslation } from "react-i18next";
import { ErrorSummary, Form, FormActions, HiddenField, SubmitButton, type FormState } from "~/ui";
import { HowSection, WhatSection, WhySection } from "./report-what";
import { SourceSection } from "./report-source";
import { WhenSection } from "./report-when";
import { WhereSection } from "./report-where";
import { WhoSection } from "./report-who";

export interface ReportFormProps {
  id: string;
  today: string;
  offices: { id: string; name: string }[];
  state: FormState | undefined;
}

/** The whole report on one page, in the order in which people tell it. */
export function ReportForm({ id, today, offices, state }: ReportFormProps) {
  const { t } = useTranslation("incidents");
  return (
    <Form method="post" state={state} className="max-w-3xl">
      <ErrorSummary />
      <HiddenField name="id" value={id} />
      <WhatSection />
      <WhenSection today={today} />
      <WhereSection state={state} />
      <HowSection />
      <WhySection />
      <WhoSection />
      <SourceSection offices={offices} />
      <p className="text-ink-soft">{t("report.privacy")}</p>
      <FormActions>
        <SubmitButton size="lg" pendingText={t("report.pending")}>
          {t("report.submit")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
