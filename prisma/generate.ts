import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Makes the Prisma client from the schema, unless it was made from the same schema already.
 * Prisma asks for its schema engine, which generating does not use: any existing file keeps it from
 * downloading one.
 */

const root = path.resolve(import.meta.dirname, "..");
const schemaFolder = path.join(root, "prisma", "schema");
const output = path.join(root, "app", "platform", "db", "generated");
const stampFile = path.join(output, "made-from.txt");

const stamp = fingerprint();
if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  generate();
  writeFileSync(stampFile, stamp);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const files = readdirSync(schemaFolder).filter((name) => name.endsWith(".prisma"));
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join(schemaFolder, name)));
  hash.update(readFileSync(path.join(root, "node_modules", "prisma", "package.json")));
  return hash.digest("hex");
}

function generate(): void {
  const cli = path.join(root, "node_modules", "prisma", "build", "index.js");
  const result = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    process.exit(1);
  }
}
