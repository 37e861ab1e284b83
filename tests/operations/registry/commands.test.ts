import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDataFolder } from "../../support/database";
import {
  caseHeader,
  fileOf,
  inventedFiles,
  publishedPeriod,
  publishedRows,
  publishedTotal,
} from "../../support/factories/registry-files";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "mentor-registry-"));
  await fillDataFolder(path.join(folder, "data"));
  const files = inventedFiles(publishedRows, publishedPeriod);
  await writeFile(path.join(folder, "cases.csv"), files.cases);
  await writeFile(path.join(folder, "evaluations.csv"), files.evaluations);
  await writeFile(
    path.join(folder, "bad.csv"),
    fileOf(caseHeader, [
      "Most;MOS-1;D;M-1;domácí vězení;30.2.2011;;",
      "Most;Jan Vrbka;A;M-1;domácí vězení;1.2.2011;;",
    ]),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  code: number;
  out: string;
  error: string;
}

/** Runs a command of the portal as an operator would, on the folder's own database. */
function run(command: string, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: path.join(folder, "data"), PORTAL_MODE: "test" };
  return new Promise((resolve) => {
    const script = path.resolve(`app/commands/${command}.ts`);
    execFile(process.execPath, ["--import", "tsx", script, ...args], { env }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, error: stderr });
    });
  });
}

const file = (name: string) => path.join(folder, name);
const period = ["--from", publishedPeriod.from, "--to", publishedPeriod.to];

describe("the commands of the registry", () => {
  it("say how they are used", async () => {
    expect(await run("registry-import", "--nonsense")).toMatchObject({ code: 2, out: "" });
    const used = await run("registry-report", ...period, "--format", "xlsx");
    expect(used).toMatchObject({ code: 2, out: "" });
    expect(used.error).toContain("registry:report");
  });

  it("refuse a file with bad rows, naming each", async () => {
    const { code, error, out } = await run("registry-import", "--cases", file("bad.csv"));
    expect(code).toBe(1);
    expect(out).toBe("");
    const lines = error.trim().split("\n");
    expect(lines.slice(0, -1).map((line) => line.replace(/:.*/, ""))).toEqual([
      "případy, řádek 2, sloupec „Typ klienta“",
      "případy, řádek 2, sloupec „Datum doporučení“",
      "případy, řádek 3, sloupec „Kód klienta“",
    ]);
  });

  it("refuse a file that is not there", async () => {
    const { code, error } = await run("registry-import", "--cases", file("missing.csv"));
    expect(code).toBe(1);
    expect(error).toContain("ENOENT");
  });

  it("import, and then report the published table", async () => {
    const files = ["--cases", file("cases.csv"), "--evaluations", file("evaluations.csv")];
    expect(await run("registry-import", ...files)).toMatchObject({ code: 0, error: "" });
    const json = await run("registry-report", ...period, "--format", "json");
    expect(JSON.parse(json.out)).toEqual({
      ...publishedPeriod,
      rows: publishedRows,
      total: { ...publishedTotal, percent: 62 },
    });
    const table = await run("registry-report", ...period);
    expect(table.out.split("\n").at(-2)?.split(/\s+/)).toEqual(["Celkem", "36", "180", "111", "(62", "%)"]);
  });
});
