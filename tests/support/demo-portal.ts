import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { prepareDemo } from "../../app/commands/demo";
import { startPortal } from "./portal-process";

/** Starts the built portal on a copy of the demo's data; its address is in DEMO_URL, its data in DEMO_DATA. @returns how to end it */
export default async function startDemoPortal(): Promise<() => Promise<void>> {
  const template = await prepareDemo();
  const folder = mkdtempSync(path.join(os.tmpdir(), "mentor-demo-test-"));
  const dataDir = path.join(folder, "data");
  cpSync(template, dataDir, { recursive: true });
  const portal = await startPortal({ dataDir, mode: "demo" });
  process.env.DEMO_URL = portal.url;
  process.env.DEMO_DATA = dataDir;
  return async () => {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
