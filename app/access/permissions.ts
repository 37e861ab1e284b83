import type { Role } from "./roles";

/**
 * Who may do what. A permission is a verb on a kind of thing; the scope says on whose things.
 * The table is the only place that grants anything; the interface and the server read the same rows.
 */

export const permissions = [
  // Accounts and organisations; none of these opens a client's or an incident's record.
  "account:list",
  "account:invite",
  "account:manage",
  "organisation:list",
  "organisation:manage",
  // The course
  "application:create",
  "application:list",
  "application:decide",
  "course:study",
  "course:read",
  "run:list",
  "run:read",
  "run:manage",
  "theory:credit",
  "session:list",
  "run:export",
  "message:send",
  "message:read",
  // Practice, supervision
  "practice:log",
  "practice:review",
  "practice:confirm",
  "guide:assign",
  "supervision:list",
  "supervision:record",
  "supervision:oversee",
  // Certification
  "exam:record",
  "exam:judge",
  "certificate:list",
  "certificate:read",
  "certificate:issue",
  "certificate:revoke",
  "template:manage",
  "mentor:list",
  "mentor:own",
  "mentor:decide",
  "settings:manage",
  // The case registry
  "case:list",
  "case:read",
  "case:refer",
  "case:assign",
  "case:close",
  "activity:log",
  "evaluation:sign",
  "report:read",
  // Incidents: `read` is the coded record, `story` the words, victim and exact place.
  "incident:report",
  "incident:list",
  "incident:read",
  "incident:story",
  "incident:verify",
  "incident:map",
  "monitoring:train",
] as const;

export type Permission = (typeof permissions)[number];

/** `own`: made by or about the actor; `assigned`: entrusted to the actor (case, run). */
export type ScopeKind = "own" | "assigned" | "organisation" | "region" | "all";

export const permissionsOfRole: Record<Role, Partial<Record<Permission, ScopeKind>>> = {
  applicant: { "application:create": "own" },
  trainee: {
    "course:study": "own",
    "session:list": "own",
    "course:read": "all",
    "message:read": "own",
    "practice:log": "own",
    "supervision:list": "own",
    "certificate:read": "own",
  },
  mentor: {
    "course:read": "all",
    "certificate:read": "own",
    "mentor:own": "own",
    "practice:confirm": "own",
    "supervision:list": "own",
    "case:list": "assigned",
    "case:read": "assigned",
    "activity:log": "assigned",
    "incident:report": "own",
    "incident:list": "own",
    "incident:read": "own",
    "incident:story": "own",
  },
  crime_prevention_assistant: {
    "course:read": "all",
    "incident:report": "own",
    "incident:list": "own",
    "incident:read": "own",
    "incident:story": "own",
  },
  trainer: {
    "course:read": "all",
    "run:list": "assigned",
    "run:read": "assigned",
    "theory:credit": "assigned",
    "session:list": "assigned",
    "message:send": "assigned",
    "practice:review": "assigned",
    "guide:assign": "assigned",
    "supervision:list": "assigned",
    "exam:record": "assigned",
    "exam:judge": "own",
    "certificate:issue": "assigned",
    "certificate:read": "assigned",
    "certificate:list": "assigned",
  },
  supervisor: {
    "course:read": "all",
    "supervision:list": "own",
    "supervision:record": "own",
    "exam:judge": "own",
  },
  probation_officer: {
    "exam:judge": "own",
    "case:list": "organisation",
    "case:read": "organisation",
    "case:refer": "organisation",
    "case:close": "organisation",
    "evaluation:sign": "organisation",
    "report:read": "organisation",
  },
  social_curator: {
    "case:list": "organisation",
    "case:read": "organisation",
    "case:refer": "organisation",
    "case:close": "organisation",
    "evaluation:sign": "organisation",
    "report:read": "organisation",
  },
  adviser: { "course:read": "all" },
  incident_analyst: {
    "incident:list": "all",
    "incident:read": "all",
    "incident:story": "all",
    "incident:verify": "all",
    "incident:map": "all",
    "monitoring:train": "all",
  },
  coordinator: {
    "course:read": "all",
    "application:list": "region",
    "application:decide": "region",
    "run:list": "region",
    "run:read": "region",
    "run:manage": "region",
    "theory:credit": "region",
    "session:list": "region",
    "run:export": "region",
    "message:send": "region",
    "practice:review": "region",
    "guide:assign": "region",
    "supervision:list": "region",
    "supervision:oversee": "region",
    "exam:record": "region",
    "exam:judge": "own",
    "certificate:list": "region",
    "certificate:read": "region",
    "certificate:issue": "region",
    "certificate:revoke": "region",
    "mentor:list": "region",
    "mentor:decide": "region",
    "template:manage": "region",
    "settings:manage": "region",
    "case:list": "region",
    "case:read": "region",
    "case:assign": "region",
    "case:close": "region",
    "report:read": "region",
    "incident:list": "region",
    "incident:read": "region",
    "incident:map": "region",
    "monitoring:train": "region",
    "account:list": "region",
    "account:invite": "region",
    "organisation:list": "all",
  },
  administrator: {
    "account:list": "all",
    "account:invite": "all",
    "account:manage": "all",
    "organisation:list": "all",
    "organisation:manage": "all",
  },
};

/** Roles a holder of the key's role may give to somebody else; nobody gives a role to himself. */
export const grantableRoles: Partial<Record<Role, readonly Role[]>> = {
  administrator: [
    "trainee",
    "mentor",
    "crime_prevention_assistant",
    "trainer",
    "supervisor",
    "probation_officer",
    "social_curator",
    "adviser",
    "incident_analyst",
    "coordinator",
    "administrator",
  ],
  coordinator: ["trainer", "supervisor", "mentor", "crime_prevention_assistant"],
};

const sensitive = /^(case|activity|evaluation|incident):/;

/**
 * Roles that see clients or incidents, and the administrator who can make such accounts:
 * a second factor is required and sessions are short.
 */
export function isSensitiveRole(role: Role): boolean {
  return role === "administrator" || Object.keys(permissionsOfRole[role]).some((key) => sensitive.test(key));
}
