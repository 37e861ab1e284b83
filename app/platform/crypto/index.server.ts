export type { SealedPlace, UnsealReason } from "./envelope";
export { UnsealError } from "./envelope";
export { formatPortalKeys, newKeyRing } from "./key-ring";
export { currentKeys, keySource, setUpKeys } from "./key-store.server";
export type { ResealReport } from "./reseal.server";
export { resealAll } from "./reseal.server";
export type { Rotation } from "./rotate.server";
export { addKeyForRunningPortal, rotateKeys } from "./rotate.server";
export { checkKeysFit } from "./sealed-columns.server";
export {
  blindIndex,
  macOf,
  sameHash,
  seal,
  sealBytes,
  sealNullable,
  unseal,
  unsealBytes,
  unsealNullable,
} from "./seal.server";
