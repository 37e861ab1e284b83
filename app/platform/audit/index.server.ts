export type { JsonObject, JsonValue } from "./canonical-json";
export { chainEvents } from "./chain-events.server";
export type { AuditAction, AuditEvent } from "./event.server";
export { audit, chainJobName } from "./event.server";
export type { ChainReport } from "./verify.server";
export { verifyChain } from "./verify.server";
