import type { Actor } from "~/access/index.server";
import type { SessionPageInput } from "../../supervision-schema";
import { answerInvitation } from "./answer-invitation.server";
import { cancelSupervision } from "./cancel-session.server";
import { takeInvitationBack } from "./invite-people.server";
import { eraseNote, writeNote } from "./private-note.server";

/**
 * Does what was wanted on a session's own page. Each step checks for itself whose session it is.
 * @returns the catalogue key of what was done
 */
export async function actOnSession(
  actor: Actor,
  id: string,
  input: SessionPageInput,
  context: { now: Date },
): Promise<string> {
  switch (input.intent) {
    case "cancel":
      await cancelSupervision(actor, id, input, context);
      return "supervision:cancel.saved";
    case "come":
      await answerInvitation(actor, id, { come: true }, context);
      return "supervision:answer.savedCome";
    case "decline":
      await answerInvitation(actor, id, { come: false, reason: input.reason }, context);
      return "supervision:answer.savedDecline";
    case "uninvite":
      await takeInvitationBack(actor, id, input.person, context);
      return "supervision:detail.uninvited";
    case "note":
      await writeNote(actor, id, input, context);
      return "supervision:note.saved";
    case "eraseNote":
      await eraseNote(actor, id, input, context);
      return "supervision:note.erased";
  }
}
