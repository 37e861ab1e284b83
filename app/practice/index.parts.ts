/** What other domains draw practice with. */
export { EntriesTable, type EntryLine } from "./parts/entries-table";
export { ApprovalsTable } from "./parts/balance/approvals-table";
export { PracticeBalance } from "./parts/balance/practice-balance";
export { SupervisionCalendar } from "./parts/supervision/supervision-calendar";
