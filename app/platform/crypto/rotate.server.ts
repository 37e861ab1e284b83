import type { KeyRing } from "./key-ring";
import { newKey, newKeyId, portalKeyEntry } from "./key-ring";
import { addKeyToFile, keyRing, keySource } from "./key-store.server";
import type { ResealReport } from "./reseal.server";
import { countReferences, resealAll } from "./reseal.server";
import { sealedColumns } from "./sealed-columns.server";

/** What a rotation came to. */
export interface Rotation {
  /** False when a value did not open, or when the operator has to act first. */
  complete: boolean;
  current: string;
  resealed: number;
}

/**
 * One step of a rotation, told line by line. An interrupted one is finished; otherwise keys.json gets a fresh
 * current key and everything is sealed with it. With PORTAL_KEYS the operator is told what to set, and once the
 * new key is first, everything is sealed with it.
 */
export async function rotateKeys(say: (line: string) => void): Promise<Rotation> {
  const waiting = await valuesToReseal();
  if (waiting > 0) {
    say(`Sealing ${waiting} values with the current key ${keyRing().current}.`);
    const report = await resealAll();
    tell(report, say);
    if (report.resealed > 0 || keySource().kind === "variable") return rotationOf(report);
  }
  if (keySource().kind === "variable") {
    explainPortalKeys(keyRing(), say);
    return { complete: true, current: keyRing().current, resealed: 0 };
  }
  const { current } = addKeyToFile();
  say(`The new current key is ${current}.`);
  const report = await resealAll();
  tell(report, say);
  return rotationOf(report);
}

/** Gives keys.json a fresh current key and leaves the sealing to the portal that holds the database. */
export function addKeyForRunningPortal(say: (line: string) => void): void {
  const { current } = addKeyToFile();
  say(`The new current key is ${current}.`);
  say(
    "The portal that is running takes it up by itself and seals everything again within two minutes; see its log.",
  );
}

function rotationOf({ unopened, resealed }: ResealReport): Rotation {
  return { complete: unopened.length === 0, current: keyRing().current, resealed };
}

async function valuesToReseal(): Promise<number> {
  const { current } = keyRing();
  const references = await countReferences(await sealedColumns());
  return [...references].reduce((sum, [key, count]) => (key === current ? sum : sum + count), 0);
}

function tell(
  { resealed, unopened, references, unreferenced }: ResealReport,
  say: (line: string) => void,
): void {
  say(`Sealed again: ${resealed} values.`);
  for (const [key, count] of references) say(`  key ${key}: ${count} values`);
  for (const error of unopened) say(error.message);
  if (unopened.length > 0) say(`${unopened.length} values did not open and were left as they are.`);
  if (unreferenced.length > 0) {
    say(`No value needs: ${unreferenced.join(", ")}. Keep them as long as you keep backups made before now.`);
  }
}

function explainPortalKeys({ current, keys }: KeyRing, say: (line: string) => void): void {
  let id = newKeyId();
  while (keys.has(id)) id = newKeyId();
  say(`Every value is sealed with ${current}, the first key of PORTAL_KEYS. To rotate without downtime:`);
  say(
    `  1. add ${portalKeyEntry(id, newKey())} at the end of PORTAL_KEYS of every process and restart them in turn;`,
  );
  say(`  2. move it to the first place everywhere and restart them in turn;`);
  say(`  3. run this command again: it seals everything with the new key.`);
}
