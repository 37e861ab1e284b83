/** A test's form as a browser would send it. */
export interface FilledForm {
  fields: [string, string][];
  questions: number;
}

/**
 * Answers every question of a test's page by its fields: the first choice, any words, and the numbers from 1 on
 * for items to order or match.
 */
export function fillTestForm(html: string): FilledForm {
  const fields = new Map<string, string>();
  for (const [tag] of html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name === "id") fields.set("id", attribute(tag, "value") ?? "");
    if (!name?.startsWith("q-") || fields.has(name)) continue;
    const part = /_(\d+)$/.exec(name)?.[1];
    const type = attribute(tag, "type");
    const chosen = type === "radio" || type === "checkbox" ? attribute(tag, "value") : undefined;
    fields.set(name, chosen ?? part ?? "nevím");
  }
  const questions = new Set([...fields.keys()].filter((name) => name !== "id").map(withoutPart));
  return { fields: [...fields], questions: questions.size };
}

const withoutPart = (name: string) => name.replace(/_\d+$/, "");

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found?.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}
