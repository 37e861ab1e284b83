import { parseArgs } from "node:util";
import type { TFunction } from "i18next";
import { setUpKeys } from "~/platform/crypto/index.server";
import { startDatabase, stopDatabase } from "~/platform/db/index.server";
import { StartError } from "~/platform/start-error";
import { reportCsv } from "../registry/operations/report-csv";
import { wholeReport, type RegistryReport } from "../registry/operations/read-report.server";
import { successShare, type Period } from "../registry/rules/counting";
import { readPeriod } from "../registry/rules/report-period";
import { registryTexts } from "./registry-texts";

/**
 * `npm run registry:report -- --from 2011-01-01 --to 2012-04-30 [--format table|json|csv]` prints mentors,
 * clients and successful clients of every centre. Exit code 0: printed; 1: no database; 2: wrong arguments.
 */
const formats = ["table", "json", "csv"] as const;
type Format = (typeof formats)[number];

async function main(args: string[]): Promise<number> {
  const t = registryTexts();
  const options = readOptions(args);
  if (!options) {
    console.error(t("command.reportUsage"));
    return 2;
  }
  setUpKeys();
  await startDatabase();
  try {
    process.stdout.write(reportText(await wholeReport(options.period), options.format, t));
    return 0;
  } finally {
    await stopDatabase();
  }
}

function readOptions(args: string[]): { period: Period; format: Format } | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        from: { type: "string" },
        to: { type: "string" },
        format: { type: "string", default: "table" },
      },
    });
    const period = readPeriod(values.from ?? null, values.to ?? null);
    const format = formats.find((one) => one === values.format);
    return period && format ? { period, format } : null;
  } catch {
    return null;
  }
}

function reportText(report: RegistryReport, format: Format, t: TFunction<"registry">): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(jsonOf(report), null, 2)}\n`;
    case "csv":
      return reportCsv(report, t);
    case "table":
      return tableOf(report, t);
  }
}

function percentOf(counts: { clients: number; successful: number }): number | null {
  const share = successShare(counts);
  return share === null ? null : Math.round(share * 100);
}

function jsonOf({ from, to, rows, total }: RegistryReport) {
  return {
    from,
    to,
    rows: rows.map(({ centre, mentors, clients, successful }) => ({ centre, mentors, clients, successful })),
    total: { ...total, percent: percentOf(total) },
  };
}

function tableOf({ rows, total }: RegistryReport, t: TFunction<"registry">): string {
  const percent = percentOf(total);
  const lines = [
    [t("report.centre"), t("report.mentors"), t("report.clients"), t("report.successful")],
    ...rows.map((row) => [row.centre, row.mentors, row.clients, row.successful].map(String)),
    [
      t("report.total"),
      String(total.mentors),
      String(total.clients),
      percent === null ? String(total.successful) : `${total.successful} (${percent} %)`,
    ],
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column]!, column))
        .join("  ")
        .trimEnd(),
    )
    .join("\n")
    .concat("\n");
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
