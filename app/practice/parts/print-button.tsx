import { useTranslation } from "react-i18next";
import { Button } from "~/ui";

/** Opens the browser's print dialog; without scripts people print from its menu. */
export function PrintButton() {
  const { t } = useTranslation("practice");
  return (
    <Button variant="secondary" icon="print" className="js-only" onClick={() => window.print()}>
      {t("pledge.print")}
    </Button>
  );
}
