import { describe, expect, it } from "vitest";
import { z } from "zod";
import { clientId, day, rowVersion, severalOf } from "~/platform/form-fields";
import { readForm } from "~/platform/forms.server";
import { isRowId } from "~/platform/row-id";

const id = "018f3c1e-7b2a-4c11-9d10-aabbccddeeff";

describe("ids", () => {
  it("have the one spelling the database answers with", () => {
    expect(clientId.parse(id.toUpperCase())).toBe(id);
    expect(isRowId(id)).toBe(true);
    expect(isRowId(id.toUpperCase())).toBe(false);
  });
});

describe("fields", () => {
  it.each(["0000-01-01", "0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2026-02-30"])(
    "refuse the day %s",
    (value) => {
      expect(day.safeParse(value).success).toBe(false);
    },
  );

  it("take the days people live in", () => {
    for (const value of ["1900-01-01", "2026-02-28", "2199-12-31"]) expect(day.parse(value)).toBe(value);
  });

  it("refuse a version no row can have", () => {
    expect(rowVersion.safeParse("2147483648").success).toBe(false);
    expect(rowVersion.parse("2147483647")).toBe(2_147_483_647);
  });

  it("count a box that was sent twice once", () => {
    expect(severalOf(["written", "oral"]).parse(["written", "written"])).toEqual(["written"]);
  });
});

describe("a form with a zero byte", () => {
  it("is refused at the field, and comes back as it was", async () => {
    const body = new URLSearchParams({ place: "Děčín\0", reason: "v pořádku" });
    const request = new Request("http://localhost/", { method: "POST", body });
    const schema = z.object({ place: z.string(), reason: z.string() });
    expect(await readForm(request, schema)).toEqual({
      ok: false,
      reply: {
        values: { place: "Děčín\0", reason: "v pořádku" },
        errors: { place: ["errors:invalidValue"] },
      },
    });
  });
});
