import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { prepareDemo } from "../../app/commands/demo";
import { startPortal } from "./portal-process";

/** Starts the built portal on a copy of the demo's data; its address is in DEMO_URL. @returns how to end it */
export default async function startDemoPortal(): Promise<() => Promise<void>> {
  const template = await prepareDemo();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "mentor-demo-test-"));
  cpSync(template, dataDir, { recursive: true });
  const portal = await startPortal({ dataDir, mode: "demo" });
  process.env.DEMO_URL = portal.url;
  return async () => {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
