import { describe, expect, it } from "vitest";
import { templateForm } from "~/certification/template-schema";

/** Names of the fields that are wrong, each once. */
function wrong(form: Record<string, unknown>): string[] {
  const result = templateForm.safeParse(form);
  return result.success
    ? []
    : [...new Set(result.error.issues.map(({ path }) => String(path[0] ?? "")))].sort();
}

describe("the form of the certificate's template", () => {
  it("names every field that is wrong", () => {
    const form = { intent: "save", version: "2", providerFrom: "run", accreditation: "bez čísla" };
    expect(wrong(form)).toEqual(["accreditation", "programme", "providerName", "reason", "signature1"]);
  });

  it.each([{}, { intent: "jiny" }, { intent: "rotate" }])("refuses %o", (form) => {
    expect(wrong(form)).not.toEqual([]);
  });
});
