import { type Step, runSteps } from "./steps";

/** The static gate: the same here and in CI. */
export const checks: Step[] = [
  { name: "types", command: "npx", args: ["tsc", "--noEmit", "-p", "tsconfig.json"] },
  { name: "lint", command: "npx", args: ["eslint", ".", "--max-warnings", "0"] },
  {
    name: "import boundaries",
    command: "npx",
    args: ["depcruise", "app", "--config", ".dependency-cruiser.cjs"],
  },
  { name: "formatting", command: "npx", args: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "schema drift", command: "npx", args: ["tsx", "prisma/migrate.ts", "check"] },
  { name: "texts", command: "npx", args: ["tsx", "app/commands/texts-check.ts"] },
  { name: "content", command: "npx", args: ["tsx", "app/commands/content-check.ts"] },
];

/** Runs every check after the database client is made. */
export async function check(): Promise<{ passed: number; failed: number }> {
  const generated = await runSteps(
    [{ name: "database client", command: "npm", args: ["run", "-s", "db:generate"] }],
    1,
  );
  const results = [...generated, ...(await runSteps(checks, 2))];
  return { passed: results.filter(({ ok }) => ok).length, failed: results.filter(({ ok }) => !ok).length };
}

if (process.argv[1]?.endsWith("check.ts")) {
  const { failed } = await check();
  process.exitCode = failed > 0 ? 1 : 0;
}
