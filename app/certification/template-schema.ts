import { z } from "zod";
import { optionalText, text } from "~/platform/form-fields";
import {
  accreditationMark,
  optionalFields,
  providerSources,
  templateLength,
  type TemplateContent,
} from "./document/template";

/** The form of the certificate's template. */

/** Longest reason of a change, in characters. */
export const templateReasonLength = 300;

const chosen = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.enum(optionalFields)),
);

const fields = {
  providerFrom: z.enum(providerSources),
  providerName: text(templateLength.provider, 2),
  providerSeat: optionalText(templateLength.seat),
  programme: text(templateLength.programme, 3),
  accreditation: text(templateLength.accreditation).refine(
    (line) => line.split(accreditationMark).length === 2,
    "certification:template.accreditationMark",
  ),
  signature1: text(templateLength.signature, 2),
  signature2: optionalText(templateLength.signature),
  signature3: optionalText(templateLength.signature),
  printed: chosen,
  note: optionalText(templateLength.note),
};

/** What a preview needs: the form without the reason. */
export const templatePreviewForm = z.object(fields).transform(contentOf);

export const templateForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    version: z.coerce.number("errors:invalidValue").int().min(1),
    reason: text(templateReasonLength, 5),
    ...fields,
  }),
  z.object({ intent: z.literal("rotate"), key: text(100) }),
]);

type TemplateFields = z.output<z.ZodObject<typeof fields>>;

/** The form's fields as a template. Lines without a text are left out; the order of optional fields is the paper's. */
export function contentOf(form: TemplateFields): TemplateContent {
  return {
    providerFrom: form.providerFrom,
    provider: { name: form.providerName, seat: form.providerSeat || null },
    programme: form.programme,
    accreditation: form.accreditation,
    signatures: [form.signature1, form.signature2, form.signature3].filter(
      (line): line is string => line !== undefined && line !== "",
    ),
    printed: optionalFields.filter((field) => form.printed.includes(field)),
    note: form.note || null,
  };
}
