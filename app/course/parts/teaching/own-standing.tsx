import { useTranslation } from "react-i18next";
import { Grid, StatTile } from "~/ui";
import type { AttendanceStanding } from "../../rules/teaching/attendance-standing";
import { HeldHours, Share, standingShares } from "./standing-words";

/** A trainee's own attendance: reached so far, and the best still reachable. */
export function OwnStanding({ standing }: { standing: AttendanceStanding }) {
  const { t } = useTranslation("teaching");
  const { reached, reachable } = standingShares(standing);
  return (
    <Grid min="sm">
      <StatTile
        label={t("standing.reached")}
        value={<Share share={reached} />}
        hint={<HeldHours standing={standing} />}
      />
      <StatTile
        label={t("standing.reachable")}
        value={<Share share={reachable} />}
        hint={t("standing.reachableHint")}
      />
    </Grid>
  );
}
