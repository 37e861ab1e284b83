import { fileURLToPath } from "node:url";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

/**
 * Rules need nothing; operations get a database of their own per file (PGlite, or PostgreSQL when
 * TEST_DATABASE_URL is set); http tests talk to one built portal that the global set-up starts.
 */
const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const shared = { plugins: [tsconfigPaths({ root: projectRoot })] };
const onPostgres = Boolean(process.env.TEST_DATABASE_URL);

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "rules",
          root: projectRoot,
          include: ["tests/rules/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
        },
      },
      {
        ...shared,
        test: {
          name: "operations",
          root: projectRoot,
          include: ["tests/operations/**/*.test.ts"],
          exclude: onPostgres ? ["**/*.embedded.test.ts"] : ["**/*.postgres.test.ts"],
          setupFiles: ["tests/support/fail-on-console-error.ts", "tests/support/environment.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "http",
          root: projectRoot,
          include: ["tests/http/**/*.test.ts"],
          globalSetup: ["tests/support/http-portal.ts"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
