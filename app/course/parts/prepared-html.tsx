import { emptyWorksheets, fillWorksheets } from "../rules/learning/fill-worksheets";

/**
 * HTML that the server has ready. It travels once, as the page itself: not a second time in the data the
 * page is hydrated from. The server puts it here before it draws; the browser reads it from the page, or
 * fetches it when it comes from another page.
 */
const ready = new Map<string, string>();

/** Keeps finished HTML under a key that names its content. */
export function keepHtml(key: string, html: string): void {
  ready.set(key, html);
}

/** True when the HTML of a key needs no fetching. */
export function hasHtml(key: string): boolean {
  return ready.has(key);
}

export interface PreparedHtmlProps {
  htmlKey: string;
  className?: string;
  /** Own answers by worksheet, put into the page as it is sent; what is kept under the key stays without them. */
  answers?: ReadonlyMap<string, string>;
}

/** Draws HTML kept under a key. */
export function PreparedHtml({ htmlKey, className, answers }: PreparedHtmlProps) {
  return (
    <div
      key={htmlKey}
      id={elementId(htmlKey)}
      className={className}
      dangerouslySetInnerHTML={{ __html: htmlOf(htmlKey, answers) }}
      suppressHydrationWarning
    />
  );
}

function htmlOf(key: string, answers: ReadonlyMap<string, string> | undefined): string {
  if (typeof document === "undefined") return fillWorksheets(ready.get(key) ?? "", answers ?? new Map());
  const known = ready.get(key);
  if (known !== undefined) return known;
  const html = emptyWorksheets(document.getElementById(elementId(key))?.innerHTML ?? "");
  ready.set(key, html);
  return html;
}

function elementId(key: string): string {
  return `text-${key}`;
}
