import { useTranslation } from "react-i18next";
import { ButtonGroup, Card, LinkButton, PageHeader, Section } from "~/ui";

/** After sending: the number to keep, what happens next, and nothing of what was written. */
export function ReportReceipt({ number }: { number: string }) {
  const { t } = useTranslation("incidents");
  const steps = [t("receipt.read"), t("receipt.help"), t("receipt.state"), t("receipt.police")];
  return (
    <>
      <PageHeader title={t("receipt.title")} />
      <Card tone="river" title={t("receipt.number")} icon="checkCircle" lead={t("receipt.keep")}>
        <p className="font-display text-3xl font-semibold tabular-nums">{number}</p>
      </Card>
      <Section title={t("receipt.next")}>
        <ol className="max-w-2xl list-decimal space-y-2 ps-6">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <ButtonGroup>
        <LinkButton to="/incidenty">{t("receipt.own")}</LinkButton>
        <LinkButton to="/incidenty/nahlasit" variant="secondary">
          {t("receipt.another")}
        </LinkButton>
      </ButtonGroup>
    </>
  );
}
