import { useTranslation } from "react-i18next";
import { Button, ButtonGroup, Card, LinkButton, Notice, useHydrated } from "~/ui";
import { groupedCode } from "../rules/recovery-codes";

/** Recovery codes, the only time they are seen. */
export function RecoveryCodes({ codes, to }: { codes: string[]; to: string }) {
  const { t } = useTranslation("people");
  const hydrated = useHydrated();
  return (
    <>
      <Notice tone="warning" title={t("secondFactor.codesTitle")}>
        <p>{t("secondFactor.codesLead")}</p>
      </Notice>
      <Card className="my-6">
        <ol className="grid list-decimal gap-x-10 gap-y-2 pl-8 font-mono text-lg sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{groupedCode(code)}</li>
          ))}
        </ol>
      </Card>
      <ButtonGroup>
        <LinkButton to={to}>{t("secondFactor.codesSaved")}</LinkButton>
        {hydrated && (
          <Button variant="secondary" icon="print" onClick={() => window.print()}>
            {t("secondFactor.print")}
          </Button>
        )}
      </ButtonGroup>
    </>
  );
}
