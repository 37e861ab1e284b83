/** Tables for Czech spreadsheets: UTF-8 with a byte order mark, `;` between columns, CRLF line ends. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(";")).join("\r\n")}\r\n`;
}

/** A text that a spreadsheet would take for a formula is marked as a text. */
function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[\t\r ]*[=+\-@|%]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
