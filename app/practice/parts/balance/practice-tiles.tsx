import { useTranslation } from "react-i18next";
import { formatMinutesAsHours, Grid, StatTile } from "~/ui";
import type { Balance } from "../../rules/balance";

/** How much is approved, how much waits, how much is to be corrected and how much is left to do. */
export function PracticeTiles({ balance, required }: { balance: Balance; required: number }) {
  const { t } = useTranslation("practice");
  const total = formatMinutesAsHours(required);
  const { approved, waiting, returned } = balance;
  return (
    <Grid min="sm">
      <StatTile
        label={t("list.approved")}
        value={formatMinutesAsHours(approved.minutes)}
        hint={t("list.approvedHint", { total })}
      />
      <StatTile
        label={t("list.waiting")}
        value={formatMinutesAsHours(waiting.minutes)}
        hint={t("list.waitingHint")}
      />
      {returned.count > 0 && (
        <StatTile
          label={t("balance.returnedSum")}
          value={formatMinutesAsHours(returned.minutes)}
          hint={t("list.waitingHint")}
        />
      )}
      <StatTile
        label={t("list.missing")}
        value={formatMinutesAsHours(Math.max(0, required - approved.minutes))}
        hint={t("list.missingHint", { total })}
      />
    </Grid>
  );
}
