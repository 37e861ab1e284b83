import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Compresses built files once at build time, so that the server only picks the right one. */
const folder = path.resolve("build/client");
const compressible = /\.(js|css|svg|json|webmanifest|txt)$/;

for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  const file = path.join(folder, entry);
  if (!compressible.test(entry) || !statSync(file).isFile()) continue;
  const content = readFileSync(file);
  if (content.length < 1024) continue;
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  );
}
