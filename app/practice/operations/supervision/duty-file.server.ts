import type { Actor } from "~/access/index.server";
import { translator } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { audit } from "~/platform/audit/index.server";
import { csvOf } from "~/platform/csv";
import { dayOf } from "~/platform/days";
import { inTransaction } from "~/platform/db/index.server";
import { formatDay, formatDayRange } from "~/ui/formatting";
import type { DutyFilter } from "../../rules/supervision/duty-filter";
import { listDuty, type DutyRow } from "./duty-list.server";

/**
 * The list of the duty as a table: the same people as on the page. That it was taken, by whom and how many rows
 * it has, is in the audit; reasons of exemptions are not in it.
 */
export async function dutyFile(
  actor: Actor,
  filter: DutyFilter,
  { language, now }: { language: Language; now: Date },
): Promise<{ csv: string; fileName: string }> {
  const { rows } = await listDuty(actor, filter, now);
  await inTransaction(async (tx) =>
    audit(tx, {
      actor: actor.accountId,
      action: "supervision.duty-export",
      subject: { kind: "account", id: actor.accountId },
      details: { rows: rows.length, kind: filter.kind, state: filter.state },
      at: now,
    }),
  );
  const t = await translator(language, "supervision");
  const columns = ["name", "kind", "run", "state", "last", "due", "left", "gaps", "exemptions"] as const;
  const gapInWords = ({ dueOn, keptOn }: DutyRow["clock"]["gaps"][number]) =>
    keptOn === null
      ? formatDay(dueOn, language)
      : t("duty.gapKept", { day: formatDay(dueOn, language), kept: formatDay(keptOn, language) });
  const csv = csvOf([
    columns.map((column) => t(`duty.column.${column}`)),
    ...rows.map(({ name, kind, runName, code, clock, daysLeft, exemptions }) => [
      name,
      t(`person.${kind}`),
      runName ?? code ?? "",
      t(`duty.state.${clock.state}`),
      clock.lastOn ?? "",
      clock.dueOn ?? "",
      daysLeft ?? "",
      clock.gaps.map(gapInWords).join(", "),
      exemptions.map(({ fromDay, toDay }) => formatDayRange(fromDay, toDay, language)).join(", "),
    ]),
  ]);
  return { csv, fileName: `supervize-povinnost-${dayOf(now)}.csv` };
}
