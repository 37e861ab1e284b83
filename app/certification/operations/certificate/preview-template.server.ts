import certification from "~/i18n/cs/certification";
import { coursePlan } from "~/course/index.server";
import { config } from "~/platform/config.server";
import { addDays, dayOf } from "~/platform/days";
import { drawCertificate } from "../../document/draw-certificate.server";
import { printedForm } from "../../document/template";
import { codeLength } from "../../rules/certificate-code";
import type { TemplateVersion } from "./template.server";

/** A certificate of nobody, to see how a form will look: invented person, no number, a code nobody issued. */
export async function previewTemplate(
  { version, content }: TemplateVersion,
  { now }: { now: Date },
): Promise<Uint8Array> {
  const today = dayOf(now);
  const words = certification.pdf.sample;
  return drawCertificate(
    {
      templateVersion: version,
      print: printedForm(content),
      provider: content.provider,
      accreditationNumber: words.accreditation,
      number: words.number,
      code: "0".repeat(codeLength),
      name: words.name,
      birthDate: "1990-05-03",
      birthPlace: words.birthPlace,
      programme: content.programme,
      runName: words.run,
      town: words.town,
      startsOn: addDays(today, -120),
      endsOn: today,
      theory: { minutes: 2700, hour: 45 },
      practice: { minutes: 2400, hour: 60 },
      topics: coursePlan().map(({ title, hours }) => ({ title, hours })),
      examOn: addDays(today, -5),
      issuedOn: today,
    },
    config().publicUrl,
    { specimen: true },
  );
}
