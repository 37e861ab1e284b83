import { randomUUID } from "node:crypto";
import { encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import {
  accountPlace,
  actorOf,
  isSensitiveRole,
  startSession,
  type Actor,
  type Role,
} from "~/access/index.server";
import { sessionCookieName } from "~/access/session-cookie.server";
import { sealedPerson } from "~/people/account.server";
import { hashPassword } from "~/people/passwords.server";
import { seal } from "~/platform/crypto/index.server";
import { db, inTransaction, type OrganisationKind } from "~/platform/db/index.server";
import { dayToDate } from "~/platform/days";

/** When made accounts, roles and organisations began, unless a test says otherwise. */
export const longAgo = new Date("2026-01-05T08:00:00Z");
export const testPassword = "dlouhé heslo na zkoušku";
export const testRegion = "CZ042";
/** Secret of every second factor made here. */
export const testTotpSecret = new TextEncoder().encode("twenty bytes secret!");

let made = 0;
let testHash: Promise<string> | undefined;

export interface OrganisationOverrides {
  id?: string;
  name?: string;
  kind?: OrganisationKind;
  town?: string | null;
  regionCode?: string | null;
  closedAt?: Date | null;
}

/** An organisation: a probation centre of the region unless said otherwise. */
export async function makeOrganisation(overrides: OrganisationOverrides = {}) {
  made += 1;
  return db().organisation.create({
    data: {
      id: randomUUID(),
      name: `Středisko ${made}`,
      kind: "probation_centre",
      town: "Děčín",
      regionCode: testRegion,
      createdAt: longAgo,
      ...overrides,
    },
  });
}

export interface RoleOverrides {
  role: Role;
  organisationId?: string | null;
  /** The test region unless said otherwise; null is the whole programme. */
  regionCode?: string | null;
  endedAt?: Date | null;
}

export interface AccountOverrides {
  accountId?: string;
  name?: string;
  email?: string;
  /** null: invited, but the password was not set yet. */
  password?: string | null;
  language?: "cs" | "en";
  emailConfirmedAt?: Date | null;
  disabledAt?: Date | null;
  createdAt?: Date;
  roles?: (Role | RoleOverrides)[];
  /** A second factor is set up for roles that need one unless a test says otherwise. */
  secondFactor?: boolean;
  /** Day of the monitoring training; true is a day long ago. */
  monitoringTraining?: string | boolean;
}

export interface MadeAccount {
  accountId: string;
  name: string;
  email: string;
  password: string | null;
  /** Ready for operations: holds the roles that have not ended. */
  actor: Actor;
}

/** A confirmed, enabled account with roles, and its actor. */
export async function makeAccount(overrides: AccountOverrides = {}): Promise<MadeAccount> {
  made += 1;
  const { accountId = randomUUID(), name = `Osoba ${made}`, email = `osoba${made}@priklad.test` } = overrides;
  const { password = testPassword, language = "cs", createdAt = longAgo, disabledAt = null } = overrides;
  const roles = (overrides.roles ?? []).map((role): RoleOverrides =>
    typeof role === "string" ? { role } : role,
  );
  const sensitive = roles.some(({ role, endedAt }) => !endedAt && isSensitiveRole(role));
  const { secondFactor = sensitive } = overrides;
  const held = roles.map((role) => ({
    organisationId: null,
    regionCode: testRegion,
    endedAt: null,
    ...role,
  }));
  await db().account.create({
    data: {
      id: accountId,
      ...sealedPerson(accountId, { name, email }),
      passwordHash: password === null ? null : await hashOf(password),
      language,
      createdAt,
      disabledAt,
      ...(secondFactor ? { totpSecretSealed: sealSecret(accountId), totpConfirmedAt: createdAt } : {}),
      emailConfirmedAt:
        overrides.emailConfirmedAt === undefined
          ? password === null
            ? null
            : createdAt
          : overrides.emailConfirmedAt,
      roles: { create: held.map((role) => ({ id: randomUUID(), grantedAt: createdAt, ...role })) },
      ...(overrides.monitoringTraining
        ? { monitoringTrainings: { create: training(overrides.monitoringTraining, createdAt) } }
        : {}),
    },
  });
  const current = held.filter(({ endedAt }) => endedAt === null);
  return { accountId, name, email, password, actor: actorOf({ accountId, name, language, roles: current }) };
}

/** `Cookie` header of a fresh session, the second factor given where the roles need one. */
export async function signedInCookie(
  accountId: string,
  { now = new Date() }: { now?: Date } = {},
): Promise<string> {
  const held = await db().roleAssignment.findMany({
    where: { accountId, endedAt: null },
    select: { role: true },
  });
  const roles = held.map(({ role }) => role);
  const secondFactorAt = roles.some(isSensitiveRole) ? now : null;
  const id = await inTransaction((tx) =>
    startSession(tx, { accountId, roles, device: "Test", secondFactorAt, now }),
  );
  return `${sessionCookieName()}=${id}`;
}

function sealSecret(accountId: string): string {
  return seal(encodeBase32UpperCaseNoPadding(testTotpSecret), accountPlace("totpSecretSealed", accountId));
}

function training(day: string | boolean, recordedAt: Date) {
  const passedOn = dayToDate(typeof day === "string" ? day : "2026-01-20");
  return { id: randomUUID(), passedOn, recordedAt, recordedById: randomUUID() };
}

function hashOf(password: string): Promise<string> {
  if (password !== testPassword) return hashPassword(password);
  testHash ??= hashPassword(testPassword);
  return testHash;
}
