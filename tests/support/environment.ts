import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Each test file's process gets a folder of its own and never touches the one of a real portal. */
process.env.PORTAL_MODE = "test";
process.env.DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "mentor-operations-"));
process.env.DATABASE_URL = "";
process.env.LOG_LEVEL = "error";
process.env.MAP_TILES_URL = "off";
