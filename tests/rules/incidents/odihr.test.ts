import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidentForms, odihrTypes, type IncidentForm, type OdihrType } from "~/incidents/codebook";
import { odihrTypeOf } from "~/incidents/rules/odihr";

const forms = fc.subarray([...incidentForms], { minLength: 1 });

describe("ODIHR type", () => {
  test.each<[IncidentForm[], OdihrType]>([
    [["KILLING"], "VIOLENT_ATTACK"],
    [["PHYSICAL"], "VIOLENT_ATTACK"],
    [["SEXUAL"], "VIOLENT_ATTACK"],
    [["THREAT"], "THREAT"],
    [["EXTORTION"], "THREAT"],
    [["ARSON"], "PROPERTY"],
    [["DAMAGE"], "PROPERTY"],
    [["GRAFFITI"], "PROPERTY"],
    [["VERBAL"], "NOT_ELIGIBLE"],
    [["PUBLIC_SPEECH"], "NOT_ELIGIBLE"],
    [["DISCRIMINATION"], "NOT_ELIGIBLE"],
    [["VERBAL", "DISCRIMINATION", "PUBLIC_SPEECH"], "NOT_ELIGIBLE"],
    [["VERBAL", "GRAFFITI"], "PROPERTY"],
    [["DAMAGE", "THREAT"], "THREAT"],
    [["VERBAL", "THREAT", "PHYSICAL", "DAMAGE"], "VIOLENT_ATTACK"],
    [[], "NOT_ELIGIBLE"],
  ])("of %j is %s", (given, expected) => {
    expect(odihrTypeOf(given)).toBe(expected);
  });

  test("is the gravest of its forms, in whatever order they come", () => {
    fc.assert(
      fc.property(forms, (given) => {
        const single = given.map((form) => odihrTypes.indexOf(odihrTypeOf([form])));
        expect(odihrTypes.indexOf(odihrTypeOf(given))).toBe(Math.min(...single));
        expect(odihrTypeOf([...given].reverse())).toBe(odihrTypeOf(given));
      }),
    );
  });

  test("never gets milder when another form is found", () => {
    fc.assert(
      fc.property(forms, fc.constantFrom(...incidentForms), (given, more) => {
        const before = odihrTypes.indexOf(odihrTypeOf(given));
        expect(odihrTypes.indexOf(odihrTypeOf([...given, more]))).toBeLessThanOrEqual(before);
      }),
    );
  });
});
