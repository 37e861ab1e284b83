import { useTranslation } from "react-i18next";
import { Section } from "~/ui";

/** How to read the public numbers, and what they do not say. */
export function PublicExplanation({ minimum }: { minimum: number }) {
  const { t } = useTranslation("incidents");
  return (
    <Section title={t("publicMap.howTitle")}>
      <ul className="max-w-3xl list-disc space-y-2 ps-5">
        <li>{t("publicMap.howReported")}</li>
        <li>{t("publicMap.howMinimum", { minimum })}</li>
        <li>{t("publicMap.howDelay")}</li>
        <li>{t("publicMap.howStep", { minimum })}</li>
      </ul>
      <p className="mt-3">
        <a href="/mapa/data">{t("publicMap.data")}</a>
      </p>
    </Section>
  );
}
