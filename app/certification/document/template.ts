import { z } from "zod";
import certification from "~/i18n/cs/certification";

/** Fields of the certificate that need not be printed; which of them the law wants is unconfirmed. */
export const optionalFields = ["birthPlace", "town", "exam", "accreditation", "topics"] as const;
export type OptionalField = (typeof optionalFields)[number];

/** Whose name stands at the top: the run's own organisation when it has one, or always the template's. */
export const providerSources = ["run", "template"] as const;

/** Longest texts of a template, in characters: what fits on the paper. */
export const templateLength = {
  provider: 90,
  seat: 60,
  programme: 120,
  accreditation: 90,
  signature: 45,
  note: 240,
};

/** Where the number stands in the line about the accreditation. */
export const accreditationMark = "{číslo}";

/**
 * The words of the certificate that are a setting. A change is another version; what was issued before keeps
 * the version it was issued with. The exact legal content of a certificate is unconfirmed.
 */
export const templateContent = z.object({
  providerFrom: z.enum(providerSources),
  provider: z.object({ name: z.string(), seat: z.string().nullable() }),
  programme: z.string(),
  accreditation: z.string(),
  /** One to three lines to sign on, in order. */
  signatures: z.array(z.string()).min(1).max(3),
  printed: z.array(z.enum(optionalFields)),
  note: z.string().nullable(),
});

export type TemplateContent = z.output<typeof templateContent>;

/** The part of a template that is kept with each certificate and decides how it is drawn. */
export type PrintedForm = Pick<TemplateContent, "accreditation" | "signatures" | "printed" | "note">;

const { pdf } = certification;

/** Version 1: the form the portal came with. */
export const firstTemplate: TemplateContent = {
  providerFrom: "run",
  provider: { name: pdf.defaultProvider, seat: pdf.defaultSeat },
  programme: pdf.programme,
  accreditation: pdf.accreditation,
  signatures: [pdf.signatureProvider, pdf.signatureExam],
  printed: [...optionalFields],
  note: null,
};

export const firstTemplateVersion = 1;

/** What of a template is kept with a certificate. */
export function printedForm({ accreditation, signatures, printed, note }: TemplateContent): PrintedForm {
  return { accreditation, signatures, printed, note };
}
