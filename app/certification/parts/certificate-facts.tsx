import { useTranslation } from "react-i18next";
import { DescriptionList, formatDayRange, formatMinutesAsHours, formatNumber, Time, useLanguage } from "~/ui";
import type { CertificateContent } from "../document/content";
import type { OptionalField } from "../document/template";

/** Everything that is printed on a certificate. */
export function CertificateFacts({ content }: { content: CertificateContent }) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  const { provider, theory, practice, print } = content;
  const prints = (field: OptionalField) => print?.printed.includes(field) ?? true;
  const dates = formatDayRange(content.startsOn, content.endsOn, language);
  const hours = formatNumber(theory.minutes / theory.hour, language, 2);
  return (
    <DescriptionList
      items={[
        { label: t("certificate.name"), value: content.name },
        { label: t("certificate.birthDate"), value: <Time value={content.birthDate} /> },
        content.birthPlace !== null &&
          prints("birthPlace") && { label: t("certificate.birthPlace"), value: content.birthPlace },
        { label: t("certificate.programme"), value: <span lang="cs">{content.programme}</span> },
        {
          label: t("certificate.provider"),
          value: provider.seat ? `${provider.name}, ${provider.seat}` : provider.name,
        },
        content.accreditationNumber !== null &&
          prints("accreditation") && {
            label: t("certificate.accreditation"),
            value: content.accreditationNumber,
          },
        { label: t("certificate.run"), value: content.runName },
        {
          label: t("certificate.dates"),
          value: prints("town") ? `${dates}, ${content.town}` : dates,
        },
        { label: t("certificate.theory"), value: t("certificate.theoryValue", { hours }) },
        {
          label: t("certificate.practice"),
          value: formatMinutesAsHours((practice.minutes * 60) / practice.hour),
        },
        prints("exam") && { label: t("certificate.exam"), value: <Time value={content.examOn} /> },
        { label: t("certificate.issued"), value: <Time value={content.issuedOn} /> },
      ]}
    />
  );
}
