import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "../../../remix.config.js";

/** The bare Remix app that the portal's pages are compared with; same options, same server. */
export default defineConfig({
  plugins: [
    remix({
      ...(remixConfig as Parameters<typeof remix>[0]),
      appDirectory: "tests/bench/floor/app",
      buildDirectory: ".cache/bench-floor",
    }),
  ],
});
