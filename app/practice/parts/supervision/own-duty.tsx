import { useTranslation } from "react-i18next";
import { Card, DescriptionList, formatDay, formatDayRange, Grid, Section, Time, useLanguage } from "~/ui";
import type { Exemption } from "../../operations/supervision/read-duty.server";
import type { DutyRow } from "../../operations/supervision/duty-list.server";
import { DutyGaps, DutyLeft } from "./duty-words";
import { DutyTag } from "./duty-tag";

interface OwnDutyProps {
  duties: readonly { person: DutyRow; exemptions: readonly Exemption[] }[];
  /** Months in which a mentor has supervision. */
  months: number;
}

/** One's own clocks: by when the next supervision is due, what was missed, and days that do not count. */
export function OwnDuty({ duties, months }: OwnDutyProps) {
  const { t } = useTranslation("supervision");
  const language = useLanguage();
  if (duties.length === 0) return null;
  return (
    <Section title={t("duty.own")}>
      <Grid>
        {duties.map(({ person, exemptions }) => {
          const { clock, kind } = person;
          const valid = exemptions.filter(({ revokedAt }) => revokedAt === null);
          return (
            <Card
              key={person.id}
              icon="supervision"
              title={person.runName ?? t(`person.${kind}`)}
              lead={kind === "trainee" ? t("duty.ownTrainee") : t("duty.ownMentor", { months })}
              status={<DutyTag state={clock.state} />}
            >
              <DescriptionList
                columns={2}
                items={[
                  {
                    label: t("duty.next"),
                    value: clock.dueOn ? (
                      <>
                        <Time value={clock.dueOn} /> <DutyLeft days={person.daysLeft} />
                      </>
                    ) : (
                      t("duty.nextNone")
                    ),
                  },
                  {
                    label: t("duty.last"),
                    value: clock.lastOn ? <Time value={clock.lastOn} /> : t("duty.never"),
                  },
                  clock.gaps.length > 0 && { label: t("duty.gaps"), value: <DutyGaps gaps={clock.gaps} /> },
                  ...valid.map(({ fromDay, toDay, reason }) => ({
                    label: t("duty.state.exempt"),
                    value: (
                      <>
                        {formatDayRange(fromDay, toDay, language)}
                        {reason && <span lang="cs"> · {reason}</span>}
                      </>
                    ),
                  })),
                ]}
              />
              {clock.state === "exempt" && <p>{t("exemption.ownText")}</p>}
              {clock.state === "overdue" && clock.dueOn && kind === "trainee" && (
                <p>{t("practice.missed", { day: formatDay(clock.dueOn, language) })}</p>
              )}
            </Card>
          );
        })}
      </Grid>
    </Section>
  );
}
