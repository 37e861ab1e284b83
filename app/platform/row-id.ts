const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a text that can be a row's id, in the spelling of the database: asking the database for anything else is an error, not "not found". */
export function isRowId(text: string | undefined | null): text is string {
  return typeof text === "string" && uuid.test(text);
}
