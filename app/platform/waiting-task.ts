/** One thing that waits for a person today, shown on the home page; texts are catalogue keys. */
export interface WaitingTask {
  /** Stable within the page. */
  id: string;
  text: string;
  values?: Record<string, string | number>;
  to: string;
  /** Day by which it is to be done, `YYYY-MM-DD`. */
  due?: string;
  urgency: "overdue" | "today" | "soon" | "none";
}
