/** What other domains draw practice with. */
export { EntriesTable, type EntryLine } from "./parts/entries-table";
