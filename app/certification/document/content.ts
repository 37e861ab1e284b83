import { z } from "zod";

/**
 * What is printed on a certificate, as it was on the day of issue. Kept sealed beside the file: renaming a
 * person or a run later changes nothing here. Which fields the law wants is unconfirmed.
 */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hours = z.object({ minutes: z.number().int(), hour: z.number().int() });

const schema = z.object({
  templateVersion: z.literal(1),
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
});

export type CertificateContent = z.output<typeof schema>;

/** Version of the printed form; kept with every certificate. */
export const templateVersion = 1;

/** Reads content kept with a certificate. @throws ZodError when it was not written by the portal */
export function parseContent(stored: string): CertificateContent {
  return schema.parse(JSON.parse(stored));
}
