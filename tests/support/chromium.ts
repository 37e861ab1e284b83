import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export const noChromium =
  "No Chromium was found and none could be installed. Install one (`apt-get install chromium`, or " +
  "`npx playwright install chromium`), or set CHROMIUM_PATH to a Chromium or Chrome, and run `npm test` again.";

/** A Chromium to test with: named, a system one, Playwright's, or installed now. @returns null when none can be had */
export function findChromium(): string | null {
  return present() ?? installByPlaywright() ?? installByApt();
}

function present(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, ...systemPaths, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

function installByPlaywright(): string | null {
  console.log("No Chromium here; trying Playwright's own ...");
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "ignore", timeout: 120_000 });
  return present();
}

function installByApt(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log("Installing Debian's chromium ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env, timeout: 300_000 });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    stdio: "ignore",
    env,
    timeout: 600_000,
  });
  return present();
}

/**
 * How to start it: a graphics card that is not there is not imitated, which costs more than drawing; Chromium's
 * sandbox does not work for root in a container.
 */
export function launchOptions(executablePath: string) {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return { executablePath, args };
}
