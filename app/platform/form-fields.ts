import { z } from "zod";
import { isDay, parseTime } from "./days";

/** Schemas of the fields that forms share; every message is a catalogue key. */

/**
 * Id of a row, in the one spelling the database answers with: what is sealed or locked under another spelling
 * is found by nobody.
 */
export const rowId = (message = "errors:invalidValue") => z.uuid(message).toLowerCase();

/** Id made when the form was drawn, so that sending it twice has one effect. */
export const clientId = rowId();

/** Row version the form was drawn from. */
export const rowVersion = z.coerce.number("errors:invalidValue").int().min(1).max(2_147_483_647);

/** A calendar day `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, "errors:day");

/** A time of day `HH:MM`, as minutes after midnight. */
export const timeOfDay = z.string().transform((text, context) => {
  const minutes = parseTime(text);
  if (minutes === null) {
    context.addIssue({ code: "custom", message: "errors:time" });
    return z.NEVER;
  }
  return minutes;
});

/** Text of a given length in characters, surrounding spaces removed. */
export const text = (maximum: number, minimum = 1) => z.string().trim().min(minimum).max(maximum);

/** The same, but it may be left out. */
export const optionalText = (maximum: number) => z.string().trim().max(maximum).optional();

/** A ticked box. */
export const ticked = z.literal("on", "errors:tick");

/** A box that may be left unticked. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** One or more of a list, however many boxes were ticked. */
export const severalOf = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.enum(options))
      .min(1, "errors:chooseSome")
      // A field sent twice is ticked once.
      .transform((chosen) => [...new Set(chosen)]),
  );

/** An e-mail address in lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email("errors:email"));
