/** Answers put into a lesson's finished HTML: the same text serves everybody, the answers are one's own. */

const field = /(<textarea\b[^>]*\bid="([^"]+)"[^>]*>)[^<]*(<\/textarea>)/g;
const printed = /(<div\b[^>]*\bdata-print-of="([^"]+)"[^>]*>)[^<]*(<\/div>)/g;

/** The HTML with the answers in its fields and in what is printed instead of them. */
export function fillWorksheets(html: string, answers: ReadonlyMap<string, string>): string {
  if (answers.size === 0) return html;
  return (
    html
      // A line break right after the tag is dropped by browsers, so one is put there to be dropped.
      .replace(field, (whole, start: string, id: string, end: string) =>
        answers.has(id) ? `${start}\n${escapeHtml(answers.get(id)!)}${end}` : whole,
      )
      .replace(printed, (whole, start: string, id: string, end: string) =>
        answers.has(id) ? `${start}${escapeHtml(answers.get(id)!)}${end}` : whole,
      )
  );
}

/** The HTML without anybody's answers. */
export function emptyWorksheets(html: string): string {
  return html.replace(field, "$1$3").replace(printed, "$1$3");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
