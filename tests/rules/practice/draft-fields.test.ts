import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftFields, draftText, readDraft } from "~/practice/rules/draft-fields";

const values = fc.record(
  Object.fromEntries(draftFields.map((field) => [field, fc.string({ maxLength: 40 })])),
  { requiredKeys: [] },
);

describe("a draft's text", () => {
  it("holds what was written, and leaves out what is empty", () => {
    fc.assert(
      fc.property(values, (written) => {
        const kept = Object.fromEntries(
          Object.entries(written).filter(([, value]) => (value as string).trim() !== ""),
        );
        expect(readDraft(draftText(written))).toEqual(kept);
      }),
    );
  });

  it("is the same for the same form, in whatever order its fields come", () => {
    fc.assert(
      fc.property(values, (written) => {
        const turned = Object.fromEntries(Object.entries(written).reverse());
        expect(draftText(turned)).toBe(draftText(written));
      }),
    );
  });

  it("is empty for an empty form and takes no other fields", () => {
    expect(draftText({ note: "  ", intent: "draft", namesChecked: "on" })).toBe("");
    expect(readDraft("")).toEqual({});
    expect(readDraft('{"note":"a","password":"b","day":5}')).toEqual({ note: "a" });
  });

  it.each(["[]", "null", "3", '"text"', "{", "not json"])("%s is no draft", (text) => {
    expect(readDraft(text)).toBeNull();
  });
});
