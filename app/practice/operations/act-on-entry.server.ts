import type { Actor } from "~/access/index.server";
import type { EntryAction } from "../schema";
import { correctEntry } from "./correct-entry.server";
import { reverseEntry } from "./reverse-entry.server";
import { reviewEntry } from "./review-entries.server";
import { withdrawEntry } from "./withdraw-entry.server";

/** Where somebody goes on afterwards, and what is said. */
export interface Done {
  to: string;
  text: string;
}

/** Does with an entry what its page asked for. @throws AppError of each operation */
export async function actOnEntry(
  actor: Actor,
  id: string,
  action: EntryAction,
  context: { now: Date },
): Promise<Done> {
  const { version } = action;
  switch (action.intent) {
    case "correct": {
      const { from, to, intent: _intent, namesChecked: _checked, case: caseId, guide, ...content } = action;
      const times = { startMinute: from, endMinute: to };
      const links = { caseId: caseId ?? null, guideId: guide ?? null };
      await correctEntry(actor, { ...content, ...times, ...links, id }, context);
      return { to: "/praxe", text: "practice:entry.corrected" };
    }
    case "withdraw":
      await withdrawEntry(actor, { id, version }, context);
      return { to: "/praxe", text: "practice:entry.withdrawn" };
    case "approve": {
      const verdict = { verdict: "approve", without: action.without } as const;
      await reviewEntry(actor, { id, version }, verdict, context);
      return { to: "/praxe/ke-schvaleni", text: "practice:review.approvedOne" };
    }
    case "return": {
      const verdict = { verdict: "return", reason: action.reason } as const;
      await reviewEntry(actor, { id, version }, verdict, context);
      return { to: "/praxe/ke-schvaleni", text: "practice:review.returned" };
    }
    case "reverse":
      await reverseEntry(actor, { id, version, reason: action.reason }, context);
      return { to: `/praxe/${id}`, text: "practice:reverse.done" };
  }
}
