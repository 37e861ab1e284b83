import type { Actor } from "~/access/index.server";
import type { ExamDayAction } from "../../exam-schema";
import { cancelExamDay } from "./cancel-exam-day.server";
import { closeExamDay, reopenExamDay } from "./close-exam-day.server";
import { declareImpartial } from "./declare.server";
import { decideExcuse } from "./excuse.server";
import { letIn, markAbsent, openExamDay } from "./run-exam-day.server";
import { signProtocol } from "./sign-protocol.server";
import { castVotes } from "./vote.server";

type Id = string | undefined;

/** Does what a form of the day's page asks for. @returns the catalogue key of what to say */
export async function doOnExamDay(
  actor: Actor,
  id: Id,
  form: ExamDayAction,
  context: { now: Date; network: string },
): Promise<`exam:toast.${string}`> {
  switch (form.intent) {
    case "declare":
      await declareImpartial(actor, { id, names: form.names }, context);
      return "exam:toast.declared";
    case "open":
      await openExamDay(actor, id, context);
      return "exam:toast.opened";
    case "present":
      await letIn(actor, { id, candidate: form.candidate, document: form.document }, context);
      return "exam:toast.present";
    case "absent":
      await markAbsent(actor, { id, candidate: form.candidate }, context);
      return "exam:toast.absent";
    case "vote":
      await castVotes(actor, { id, votes: form.votes }, context);
      return "exam:toast.voted";
    case "close":
      await closeExamDay(actor, id, context);
      return "exam:toast.closed";
    case "reopen":
      await reopenExamDay(actor, { id, reason: form.reason }, context);
      return "exam:toast.reopened";
    case "sign": {
      const { locked } = await signProtocol(actor, { id, ...form, code: form.code }, context);
      return locked ? "exam:toast.locked" : "exam:toast.signed";
    }
    case "cancel":
      await cancelExamDay(actor, { id, reason: form.reason }, context);
      return "exam:toast.cancelled";
    case "excuse": {
      const { candidate, excusedOn, reason } = form;
      const accepted = form.decision === "accepted";
      await decideExcuse(actor, { id, candidate, excusedOn, reason, accepted }, context);
      return accepted ? "exam:toast.excused" : "exam:toast.notExcused";
    }
  }
}
