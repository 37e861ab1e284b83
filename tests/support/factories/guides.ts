import { randomUUID } from "node:crypto";
import { db } from "~/platform/db/index.server";
import { makeAccount } from "./people";
import { studyNow } from "./practice";
import { makeMentor } from "./registry";

/** An active mentor with an account, who can guide. */
export async function makeGuideAccount() {
  const account = await makeAccount({ roles: ["mentor"] });
  const mentor = await makeMentor({ accountId: account.accountId });
  return { ...account, mentorId: mentor.id };
}

/** A trainee's guide, with the assignment already made. */
export async function makeGuide(enrolmentId: string, { endedAt = null }: { endedAt?: Date | null } = {}) {
  const guide = await makeGuideAccount();
  await db().traineeGuide.create({
    data: {
      id: randomUUID(),
      enrolmentId,
      mentorId: guide.mentorId,
      assignedAt: studyNow,
      assignedById: randomUUID(),
      endedAt,
    },
  });
  return guide;
}
