import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright";
import { findChromium, launchOptions, noChromium } from "../support/chromium";

/** Gzipped bytes of all JavaScript that a page loads by itself in a real browser. */
export async function scriptBytes(url: string, cookie?: string): Promise<number> {
  const executable = findChromium();
  if (!executable) throw new Error(noChromium);
  const browser = await chromium.launch(launchOptions(executable));
  try {
    const page = await browser.newPage({ extraHTTPHeaders: cookie ? { cookie } : {} });
    const scripts = new Set<string>();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js")) scripts.add(pathname);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return [...scripts].reduce(
      (sum, file) => sum + gzipSync(readFileSync(path.join("build/client", file))).length,
      0,
    );
  } finally {
    await browser.close();
  }
}
