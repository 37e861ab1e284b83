import type { TestProject } from "vitest/node";
import startDemoPortal from "./demo-portal";

declare module "vitest" {
  interface ProvidedContext {
    demoUrl: string;
  }
}

/** One demo portal for all http tests. */
export default async function setup(project: TestProject) {
  const stop = await startDemoPortal();
  project.provide("demoUrl", process.env.DEMO_URL!);
  return stop;
}
