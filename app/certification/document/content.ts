import { z } from "zod";
import { firstTemplateVersion, templateContent } from "./template";

/**
 * What is printed on a certificate, as it was on the day of issue. Kept sealed beside the file: renaming a
 * person, a run or editing the template later changes nothing here. Which fields the law wants is unconfirmed.
 */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hours = z.object({ minutes: z.number().int(), hour: z.number().int() });

const schema = z.object({
  templateVersion: z.number().int().min(1),
  /** How the template of that version wants it drawn; certificates from before templates have none. */
  print: templateContent
    .pick({ accreditation: true, signatures: true, printed: true, note: true })
    .optional(),
  provider: z.object({ name: z.string(), seat: z.string().nullable() }),
  accreditationNumber: z.string().nullable(),
  number: z.string(),
  code: z.string(),
  name: z.string(),
  birthDate: day,
  birthPlace: z.string().nullable(),
  programme: z.string(),
  runName: z.string(),
  town: z.string(),
  startsOn: day,
  endsOn: day,
  /** Minutes completed, and the length of the hour they are said in. */
  theory: hours,
  practice: hours,
  /** Topics with their teaching hours. */
  topics: z.array(z.object({ title: z.string(), hours: z.number() })),
  examOn: day,
  issuedOn: day,
  /** The certificate this one was issued instead of. */
  replaces: z.object({ number: z.string(), issuedOn: day }).optional(),
});

export type CertificateContent = z.output<typeof schema>;

/** Version of the form the portal came with. */
export const templateVersion = firstTemplateVersion;

/** Reads content kept with a certificate. @throws ZodError when it was not written by the portal */
export function parseContent(stored: string): CertificateContent {
  return schema.parse(JSON.parse(stored));
}
