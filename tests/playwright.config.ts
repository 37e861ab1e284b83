import { defineConfig } from "@playwright/test";
import { findChromium, launchOptions, noChromium } from "./support/chromium";

const executablePath = process.env.CHROMIUM_PATH ?? findChromium();
if (!executablePath) throw new Error(noChromium);

export default defineConfig({
  testDir: "e2e",
  workers: 2,
  fullyParallel: true,
  // The longest comes first; what was reached can be said once everybody has been everywhere.
  projects: [
    { name: "journey", testMatch: "journey.spec.ts" },
    { name: "lesson", testMatch: "lesson.spec.ts" },
    { name: "practice", testMatch: "practice.spec.ts" },
    { name: "certificate", testMatch: "certificate.spec.ts" },
    { name: "pages", testMatch: "pages.spec.ts" },
    { name: "reach", testMatch: "reach.spec.ts", dependencies: ["pages"] },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [["line"], ["json"]],
  globalSetup: "./support/demo-portal.ts",
  use: {
    launchOptions: launchOptions(executablePath),
    locale: "cs-CZ",
    timezoneId: "Europe/Prague",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
  },
});
