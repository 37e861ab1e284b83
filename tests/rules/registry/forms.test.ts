import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { readForm } from "~/platform/forms.server";
import {
  activityForm,
  clientForm,
  closingForm,
  criterionField,
  evaluationForm,
  referralForm,
} from "~/registry/schema";

const id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

function send(schema: z.ZodType, fields: Record<string, string>) {
  return readForm(
    new Request("http://portal.test", { method: "POST", body: new URLSearchParams(fields) }),
    schema,
  );
}

async function errorsOf(schema: z.ZodType, fields: Record<string, string>) {
  const form = await send(schema, fields);
  return form.ok ? {} : form.reply.errors;
}

describe("an evaluation", () => {
  const schema = evaluationForm(["cooperation", "skills"]);
  const whole = {
    id,
    successful: "no",
    comment: "",
    signedOn: "2026-06-02",
    [criterionField("cooperation")]: "yes",
    [criterionField("skills")]: "no",
  };

  it("is read with an answer to every criterion", async () => {
    expect(await send(schema, whole)).toMatchObject({
      ok: true,
      value: { id, successful: false, signedOn: "2026-06-02", answers: { cooperation: true, skills: false } },
    });
  });

  it("names each criterion that is not answered, and answers nobody asked for are left out", async () => {
    expect(
      await errorsOf(schema, { ...whole, criterion_skills: "", criterion_cooperation: "perhaps" }),
    ).toEqual({
      criterion_cooperation: ["errors:choose"],
      criterion_skills: ["errors:choose"],
    });
    const form = await send(schema, { ...whole, criterion_other: "yes" });
    expect(form).toMatchObject({ ok: true, value: { answers: { cooperation: true, skills: false } } });
  });
});

describe("an activity", () => {
  const whole = {
    id,
    day: "2026-06-02",
    start: "14:30",
    duration: "45",
    kind: "home_visit",
    place: "client_home",
    result: "done",
    note: "Domluva.",
  };

  it.each([
    ["a quick duration", { duration: "45" }, 45],
    ["another one", { duration: "other", otherMinutes: "75" }, 75],
    ["another one that was not said", { duration: "other" }, null],
    ["minutes without choosing so", { duration: "30", otherMinutes: "75" }, 30],
    ["none", { duration: "" }, null],
  ])("takes %s", async (_, fields, minutes) => {
    expect(await send(activityForm, { ...whole, ...fields })).toMatchObject({
      ok: true,
      value: { minutes, start: 870 },
    });
  });

  it("knows only the seven kinds a mentor logs", async () => {
    expect(await errorsOf(activityForm, { ...whole, kind: "shadowing" })).toHaveProperty("kind");
  });

  it("names what is missing or wrong", async () => {
    const errors = await errorsOf(activityForm, {
      ...whole,
      day: "2026-02-30",
      start: "25:00",
      note: "",
      place: "",
    });
    expect(Object.keys(errors).sort()).toEqual(["day", "note", "place", "start"]);
  });
});

describe("a referral", () => {
  it("names every missing field in words that fit", async () => {
    const errors = await errorsOf(referralForm, { id, organisationId: id, birthYear: "" });
    expect(errors).toMatchObject({
      birthYear: ["errors:required"],
      name: ["errors:required"],
      type: ["errors:choose"],
    });
    expect(await errorsOf(referralForm, { birthYear: "letos" })).toMatchObject({
      birthYear: ["errors:invalidValue"],
    });
  });
});

it("a client's details may lack the year, a case's end may not lack a reason", async () => {
  expect(await send(clientForm, { version: "1", name: "Jan Vymyšlený", birthYear: "" })).toMatchObject({
    ok: true,
  });
  expect(
    await errorsOf(closingForm, { version: "1", outcome: "other", endedOn: "2026-06-02" }),
  ).toHaveProperty("reason");
});
