import { describe, expect, test } from "vitest";
import {
  Checkbox,
  CheckboxGroup,
  Combobox,
  ConfirmButton,
  DateField,
  ErrorSummary,
  FilterBar,
  Form,
  PasswordField,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "~/ui";
import { draw, tagWith } from "./draw";

const options = [
  { value: "A", label: "nespolupracující", hint: "Nechodí na schůzky." },
  { value: "B", label: "problematický" },
];

describe("a field", () => {
  test("is tied to its label, hint and error", () => {
    const html = draw(
      <Form id="f" state={{ values: { name: "Jana" }, errors: { name: ["errors:required"] } }}>
        <TextField name="name" label="Jméno" hint="Jak vám říkají." />
      </Form>,
    );
    expect(html).toContain('<label class="field-label" for="f-name">Jméno</label>');
    const input = tagWith(html, 'id="f-name"');
    expect(input).toContain('aria-describedby="f-name-hint f-name-error"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('value="Jana"');
    expect(html).toContain("Vyplňte toto pole.");
  });

  test("is required unless it is optional, and says so", () => {
    const html = draw(
      <Form id="f">
        <TextField name="name" label="Jméno" />
        <TextField name="phone" label="Telefon" optional />
      </Form>,
    );
    expect(tagWith(html, 'id="f-name"')).toContain("required");
    expect(tagWith(html, 'id="f-phone"')).not.toContain("required");
    expect(html).toContain("(nepovinné)");
  });

  test("in a filter is neither", () => {
    const html = draw(
      <FilterBar reset="/">
        <TextField name="q" label="Hledat" />
        <TextField name="p" label="Kde" optional />
      </FilterBar>,
    );
    expect(html).not.toContain("required");
    expect(html).not.toContain("(nepovinné)");
    expect(html).toContain('method="get"');
  });

  test("without a state shows its default, with one what was typed, even when that is nothing", () => {
    const field = <DateField name="day" label="Den" defaultValue="2026-11-22" />;
    expect(tagWith(draw(<Form id="f">{field}</Form>), 'id="f-day"')).toContain('value="2026-11-22"');
    const typed = draw(
      <Form id="f" state={{ values: { day: "" } }}>
        {field}
      </Form>,
    );
    expect(tagWith(typed, 'id="f-day"')).toContain('value=""');
  });

  test("writes values and numbers into an error's text", () => {
    const state = { values: {}, errors: { why: [{ key: "errors:tooShort", values: { count: 3 } }] } };
    const html = draw(
      <Form state={state}>
        <TextArea name="why" label="Proč" maxLength={500} />
      </Form>,
    );
    expect(html).toContain("Napište aspoň 3 znaky.");
    expect(html).toContain("Nejvýše 500 znaků.");
  });

  test("takes a finished text with a colon as it is", () => {
    const html = draw(
      <Form state={{ errors: { to: ["Konec je dřív než začátek: 8:30"] } }}>
        <TextField name="to" label="Do" />
      </Form>,
    );
    expect(html).toContain("Konec je dřív než začátek: 8:30");
  });

  test("never sends a password back", () => {
    const html = draw(
      <Form id="f" state={{ values: { password: "tajné" } }}>
        <PasswordField name="password" label="Heslo" autoComplete="current-password" />
      </Form>,
    );
    expect(html).not.toContain("tajné");
  });
});

describe("a choice", () => {
  test("keeps what was chosen before a refusal", () => {
    const html = draw(
      <Form id="f" state={{ values: { type: "B", kinds: ["A"] }, errors: {} }}>
        <RadioGroup name="type" label="Typ" options={options} defaultValue="A" />
        <CheckboxGroup name="kinds" label="Činnosti" options={options} defaultValue={["B"]} />
        <Select name="kind" label="Druh" options={options} defaultValue="B" />
      </Form>,
    );
    expect(tagWith(html, 'id="f-type-0"')).not.toContain("checked");
    expect(tagWith(html, 'id="f-type-1"')).toContain("checked");
    expect(tagWith(html, 'id="f-kinds-0"')).toContain("checked");
    expect(tagWith(html, 'id="f-kinds-1"')).not.toContain("checked");
    expect(html).toContain('<option value="B" selected="">');
  });

  test("that was left empty does not fall back to its default", () => {
    const html = draw(
      <Form id="f" state={{ values: { other: "x" } }}>
        <Checkbox name="consent" label="Souhlasím" defaultChecked />
        <CheckboxGroup name="kinds" label="Činnosti" options={options} defaultValue={["B"]} />
      </Form>,
    );
    expect(html).not.toContain("checked");
  });

  test("has a legend, and each option its hint", () => {
    const html = draw(
      <Form id="f">
        <RadioGroup name="type" label="Typ klienta" options={options} />
      </Form>,
    );
    expect(html).toContain('<legend class="field-label">Typ klienta</legend>');
    expect(tagWith(html, 'id="f-type-0"')).toContain('aria-describedby="f-type-0-note"');
  });
});

describe("the error summary", () => {
  const state = {
    values: {},
    errors: { name: ["errors:required"], "": ["errors:conflict"], consent: ["errors:tick"] },
  };

  test("counts, links to the fields and takes the focus without scripts", () => {
    const html = draw(
      <Form id="f" state={state}>
        <ErrorSummary labels={{ name: "Jméno" }} />
      </Form>,
    );
    expect(html).toContain("Ještě opravte 3 věci");
    expect(html).toContain('href="#f-name"');
    expect(html).toContain("<strong>Jméno: </strong>");
    expect(html).not.toContain('href="#f-"');
    const box = tagWith(html, 'role="alert"');
    expect(box).toContain("autofocus");
    expect(box).toContain('tabindex="-1"');
  });

  test("is not there when nothing is wrong", () => {
    const html = draw(
      <Form state={{ values: {}, errors: {} }}>
        <ErrorSummary />
      </Form>,
    );
    expect(html).not.toContain("alert");
  });

  test("speaks English", () => {
    const html = draw(
      <Form state={{ errors: { name: ["errors:required"] } }}>
        <ErrorSummary />
      </Form>,
      "en",
    );
    expect(html).toContain("One thing still needs fixing");
  });
});

describe("without scripts", () => {
  test("a combobox is a field with a list of offers", () => {
    const html = draw(
      <Form id="f" state={{ values: { town: "Jirkov", townCode: "563099" } }}>
        <Combobox name="town" valueName="townCode" label="Obec" options={options} source="/mapa/obce" />
      </Form>,
    );
    const input = tagWith(html, 'id="f-town"');
    expect(input).toContain('value="Jirkov"');
    expect(input).not.toContain("combobox");
    expect(html).toContain(`<datalist id="${/list="([^"]+)"/.exec(input)?.[1]}">`);
    expect(tagWith(html, 'name="townCode"')).toContain('value="563099"');
  });

  test("what must be confirmed opens in place and can be sent", () => {
    const html = draw(
      <ConfirmButton label="Zrušit" title="Opravdu?" values={{ version: 3 }} action="/osvedceni/1" />,
    );
    expect(html).toContain("<details");
    expect(html).toContain('action="/osvedceni/1"');
    expect(tagWith(html, 'name="version"')).toContain('value="3"');
    expect(tagWith(html, 'type="submit"')).toContain("btn-danger");
  });
});
