export { guarded, open, signedIn, type Access, type GuardedArgs, type OpenArgs } from "./guards.server";
export { actorOf, whereScopes, type Actor, type ActorRole, type Scope } from "./actor";
export {
  permissionsOfRole,
  permissions,
  grantableRoles,
  isSensitiveRole,
  type Permission,
} from "./permissions";
export { roles, type Role } from "./roles";
export { mayGrant, regionsGrantableBy, rolesGrantableBy, type RoleGrant } from "./granting";
export { accountPlace } from "./account-place";
export { deviceOf } from "./device";
export { networkOf } from "./network";
export { rateLimits, type RateLimit } from "./rate-limit";
export { countAttempt, forgetAttempts, mayAttempt, type Limited } from "./rate-limit.server";
export { blankSessionCookie, sessionCookie, sessionIdFrom } from "./session-cookie.server";
export { hashSessionId } from "./session-adapter.server";
export {
  endSession,
  endSessionsOf,
  renewSession,
  sessionsOf,
  startSession,
  type OwnSession,
} from "./sessions.server";
export {
  needsSecondFactor,
  readVisit,
  secondFactorState,
  type SecondFactorState,
  type Visit,
} from "./visit.server";
