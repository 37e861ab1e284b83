import type { TFunction } from "i18next";
import type { Actor } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { audit } from "~/platform/audit/index.server";
import { csvOf } from "~/platform/csv";
import { dayOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import type { MentorFilter } from "../../mentor-schema";
import { readBoard, type BoardRow } from "./board.server";

/** The board as a table for a spreadsheet: the same rows as on the page. That it was taken out is an event. */
export async function boardCsv(
  actor: Actor,
  filter: MentorFilter,
  { now, language }: { now: Date; language: Language },
): Promise<{ text: string; fileName: string }> {
  const rows = await inTransaction(async (tx) => {
    const board = await readBoard(actor, filter, { now }, tx);
    const { stav, kraj } = filter;
    await audit(tx, {
      actor: actor.accountId,
      action: "mentor.export",
      details: { rows: board.rows.length, state: stav, region: kraj ?? null, searched: filter.hledat !== "" },
      at: now,
    });
    return board.rows;
  });
  const t = await translator(language, "mentors");
  const common = await translator(language, "common");
  const columns = [
    "code",
    "name",
    "region",
    "state",
    "dueOn",
    "daysLeft",
    "lastSupervision",
    "certifiedOn",
    "certificate",
    "certificateState",
    "experienced",
    "missingFrom",
    "missingCases",
    "openCases",
  ] as const;
  const head = columns.map((column) => t(`csv.${column}`));
  const body = rows.map((row) => line(row, t, (code) => common(`region.${code}` as "region.CZ042")));
  return { text: csvOf([head, ...body]), fileName: `${t("csv.fileName")}-${dayOf(now)}.csv` };
}

function line(
  row: BoardRow,
  t: TFunction<"mentors">,
  regionName: (code: string) => string,
): (string | number)[] {
  const { certificate, missing } = row;
  return [
    row.code,
    row.name ?? "",
    row.regionCode ? regionName(row.regionCode) : "",
    t(`state.${row.state}`),
    row.dueOn ?? "",
    row.daysLeft ?? "",
    row.lastSupervisionOn ?? "",
    row.certifiedOn ?? "",
    certificate?.number ?? "",
    certificate ? t(certificate.revokedOn ? "board.revoked" : "board.valid") : "",
    t(missing ? "board.notExperienced" : "board.experienced"),
    missing?.months ? (missing.monthsOn ?? "") : "",
    missing?.closedCases ?? 0,
    row.openCases,
  ];
}
