import { headingSlug } from "./heading-slug";
import type { PreparedText } from "./types";

/** The part of a syntax tree that is looked at: elements of Markdown and of JSX. */
export interface ContentNode {
  type: string;
  tagName?: string;
  name?: string | null;
  value?: unknown;
  properties?: Record<string, unknown>;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: ContentNode[];
}

export type TextStructure = Omit<PreparedText, "html">;

const components = new Set([
  "Story",
  "Exercise",
  "Worksheet",
  "TakeAway",
  "Term",
  "LegalNote",
  "Tip",
  "Figure",
]);

/**
 * A rehype plugin that gives headings their anchors and notes what else the text holds. Everything the
 * page shows must be seen here: code in a text (import, export, expressions) is refused.
 */
export function readStructure(structure: TextStructure) {
  return () => (tree: ContentNode) => {
    visit(tree, structure, false);
    structure.words = textOf(tree).split(/\s+/).filter(Boolean).length;
  };
}

export function emptyStructure(): TextStructure {
  return {
    headings: [],
    terms: [],
    ids: [],
    worksheets: [],
    paragraphs: [],
    links: [],
    images: [],
    words: 0,
    problems: [],
  };
}

function visit(node: ContentNode, structure: TextStructure, inDrawing: boolean): void {
  const name = node.type === "element" ? node.tagName : node.name;
  if (node.type === "mdxjsEsm" || node.type.endsWith("Expression")) {
    structure.problems.push(
      "holds code (import, export or an expression); only the known components are allowed",
    );
  }
  if (name) readElement(name, node, structure, inDrawing);
  if (name && !inDrawing) readParagraph(name, node, structure);
  for (const child of node.children ?? []) visit(child, structure, inDrawing || name === "svg");
}

function readElement(name: string, node: ContentNode, structure: TextStructure, inDrawing: boolean): void {
  const { problems } = structure;
  if (/^h[1-6]$/.test(name)) addHeading(name, node, structure);
  if (/^[A-Z]/.test(name) && !components.has(name)) problems.push(`uses the unknown component <${name}>`);
  if (node.attributes?.some(({ type }) => type === "mdxJsxExpressionAttribute")) {
    problems.push(`<${name}> spreads attributes from code`);
  }
  for (const key of attributeNames(node)) {
    if (key === "style")
      problems.push(`<${name}> has a style attribute, which the browser blocks: use a class`);
    if (/^on[A-Z]/.test(key))
      problems.push(`<${name}> has the handler ${key}: pages have no code of their own`);
  }
  if (name === "script" || name === "style" || name === "iframe") problems.push(`<${name}> is not allowed`);
  if (name === "a") structure.links.push(attribute(node, "href") ?? "");
  if (name === "img") {
    structure.images.push(attribute(node, "src") ?? "");
    if (!attribute(node, "alt")?.trim()) problems.push("has a picture without a text alternative");
  }
  if (name === "svg" && !inDrawing && !attribute(node, "aria-label")?.trim()) {
    problems.push("has a drawing (<svg>) without aria-label");
  }
  if (name === "Figure") requireAttributes(node, name, ["title", "description"], problems);
  if (name === "Story") requireAttributes(node, name, ["title"], problems);
  if (name === "LegalNote") requireAttributes(node, name, ["act", "paragraph", "stav"], problems);
  if (name === "Exercise" || name === "Worksheet") {
    requireAttributes(node, name, ["id", name === "Exercise" ? "title" : "label"], problems);
    structure.ids.push(attribute(node, "id") ?? "");
  }
  if (name === "Worksheet") {
    structure.worksheets.push({ id: attribute(node, "id") ?? "", label: attribute(node, "label") ?? "" });
  }
  if (name === "Term") {
    const id = attribute(node, "id") ?? "";
    if (!structure.terms.includes(id)) structure.terms.push(id);
  }
}

/** Elements whose words are one paragraph, unless they only hold others. */
const paragraphs = new Set(["p", "li", "blockquote", "tr", "h2", "h3", "h4", "dt", "dd"]);

/** Attributes of components that are read as text of their own. */
const spokenAttributes: Record<string, string[]> = {
  Story: ["title"],
  Exercise: ["title"],
  Worksheet: ["label"],
  Figure: ["title", "description"],
  LegalNote: ["act", "paragraph", "stav"],
};

function readParagraph(name: string, node: ContentNode, { paragraphs: list, headings }: TextStructure): void {
  const heading = headings.at(-1)?.text ?? "";
  const spoken = spokenAttributes[name]?.flatMap((key) => attribute(node, key)?.trim() || []);
  if (spoken && spoken.length > 0) list.push({ heading, text: spoken.join(" · ") });
  if (!paragraphs.has(name) || holdsParagraphs(node)) return;
  const text = (name === "tr" ? cellsOf(node) : textOf(node)).replace(/\s+/g, " ").trim();
  if (text) list.push({ heading, text });
}

function holdsParagraphs({ children = [] }: ContentNode): boolean {
  return children.some(
    (child) => paragraphs.has(child.tagName ?? child.name ?? "") || holdsParagraphs(child),
  );
}

function cellsOf({ children = [] }: ContentNode): string {
  return children
    .map((cell) => textOf(cell).trim())
    .filter(Boolean)
    .join(" | ");
}

function addHeading(name: string, node: ContentNode, { headings, problems }: TextStructure): void {
  const text = textOf(node).trim();
  const level = Number(name[1]);
  const id = headingSlug(text);
  if (level === 1) problems.push(`heading "${text}" is of level 1, which is the page's own title`);
  if (headings.some((heading) => heading.id === id)) problems.push(`has the heading "${text}" twice`);
  node.properties = { ...node.properties, id };
  headings.push({ id, level, text });
}

function requireAttributes(node: ContentNode, name: string, wanted: string[], problems: string[]): void {
  for (const key of wanted) {
    if (!attribute(node, key)?.trim()) problems.push(`<${name}> needs ${key}`);
  }
}

function attributeNames(node: ContentNode): string[] {
  return [
    ...Object.keys(node.properties ?? {}),
    ...(node.attributes ?? []).flatMap(({ name }) => (name ? [name] : [])),
  ];
}

function attribute(node: ContentNode, key: string): string | undefined {
  const value = node.properties?.[key] ?? node.attributes?.find(({ name }) => name === key)?.value;
  return typeof value === "string" ? value : undefined;
}

/** Words a reader reads; what stands in drawings is not counted. */
function textOf(node: ContentNode): string {
  if (node.type === "text") return String(node.value ?? "");
  if (node.name === "svg" || node.tagName === "svg") return "";
  return (node.children ?? []).map(textOf).join(node.type === "root" ? "\n" : "");
}
