import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Each test file's process gets a folder of its own and never touches the one of a real portal. */
process.env.PORTAL_MODE = "test";
const folder = mkdtempSync(path.join(os.tmpdir(), "mentor-operations-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

process.env.DATA_DIR = folder;
process.env.DATABASE_URL = "";
process.env.LOG_LEVEL = "error";
process.env.MAP_TILES_URL = "off";
