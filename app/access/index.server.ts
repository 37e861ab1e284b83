export { guarded, open, signedIn, type Access, type GuardedArgs, type OpenArgs } from "./guards.server";
export { actorOf, whereScopes, type Actor, type ActorRole, type Scope } from "./actor";
export { permissionsOfRole, permissions, grantableRoles, isSensitiveRole, type Permission } from "./permissions";
export { roles, type Role } from "./roles";
