import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig as Parameters<typeof remix>[0]), tsconfigPaths()],
  build: { target: "es2022", assetsInlineLimit: 0 },
  // Looking through it for what to prepare for the browser would meet a native file.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  ssr: {
    // Native or WebAssembly packages find their own files beside them and must stay outside the bundle.
    external: ["@electric-sql/pglite", "@node-rs/argon2", "sharp", "pg", "pg-boss", "esbuild", "mdx-bundler"],
  },
});
