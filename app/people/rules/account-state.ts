/** What an account is good for, as the list of people says it. */
export const accountStates = [
  "active",
  "invited",
  "invitationExpired",
  "unconfirmed",
  "disabled",
  "withoutRole",
] as const;

export type AccountState = (typeof accountStates)[number];

export interface AccountFacts {
  disabledAt: Date | null;
  emailConfirmedAt: Date | null;
  hasPassword: boolean;
  /** How many roles are held now. */
  roles: number;
  /** End of the living invitation; null when there is none. */
  invitationEndsAt: Date | null;
}

/** The state of an account at a moment. */
export function accountState(account: AccountFacts, now: Date): AccountState {
  if (account.disabledAt) return "disabled";
  if (account.roles === 0) return "withoutRole";
  if (account.emailConfirmedAt) return "active";
  if (account.invitationEndsAt && account.invitationEndsAt > now) return "invited";
  return account.hasPassword ? "unconfirmed" : "invitationExpired";
}
