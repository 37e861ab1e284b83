import { countAttempt, rateLimits, type Role } from "~/access/index.server";
import { inTransaction } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { openEmail, openName } from "../account.server";
import { hashPassword } from "../passwords.server";
import type { Visitor } from "../visitor.server";
import { requireGoodPassword } from "./check-password.server";
import { setPasswordByToken } from "./set-password.server";
import type { SignedIn } from "./sign-in.server";
import { accountOfToken } from "./tokens.server";

export interface Invitation {
  name: string;
  email: string;
  roles: Role[];
}

/** What an invitation is for; null when its link is not good any more. Looking does not use it up. */
export async function readInvitation(token: string, { now }: { now: Date }): Promise<Invitation | null> {
  const account = await accountOfToken(token, "invitation", now);
  if (!account || account.disabledAt) return null;
  const roles = [...new Set(account.roles.map(({ role }) => role))];
  return { name: openName(account), email: openEmail(account), roles };
}

/**
 * Accepts an invitation: sets the password and signs in.
 * @throws AppError gone, invalid (password), tooManyRequests
 */
export async function acceptInvitation(
  { token, password }: { token: string; password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const { now, network } = visitor;
  const invitation = await readInvitation(token, { now });
  if (!invitation) {
    await countAttempt([[rateLimits.linkNetwork, network]], now);
    throw new AppError("gone");
  }
  requireGoodPassword(password, invitation);
  const passwordHash = await hashPassword(password);
  return inTransaction((tx) => setPasswordByToken(tx, { token, kind: "invitation", passwordHash }, visitor));
}
