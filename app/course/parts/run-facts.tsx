import { useTranslation } from "react-i18next";
import { DescriptionList, formatDay, formatDayRange, Time, useLanguage } from "~/ui";
import type { RunReading } from "../operations/read-run.server";

export function RunFactsList({ reading }: { reading: RunReading }) {
  const { t } = useTranslation("course");
  const { t: recruitment } = useTranslation("recruitment");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const { run, trainers, trainees, organisation } = reading;
  const taken = trainees.filter(({ state }) => state === "active" || state === "graduated").length;
  return (
    <DescriptionList
      columns={2}
      items={[
        { label: t("run.when"), value: formatDayRange(run.startsOn, run.endsOn, language) },
        { label: recruitment("facts.towns"), value: [run.town, ...run.otherTowns].join(", ") },
        { label: t("run.region"), value: common(`region.${run.regionCode}` as "region.CZ042") },
        { label: t("run.places"), value: t("runs.placesOf", { taken, places: run.places }) },
        { label: t("run.goal"), value: run.graduateGoal },
        organisation !== null && { label: t("run.organisation"), value: organisation },
        { label: t("run.accreditation"), value: <Accreditation run={run} /> },
        {
          label: t("run.trainers"),
          value: trainers.length > 0 ? trainers.map(({ name }) => name).join(", ") : t("run.noTrainers"),
        },
        run.startedAt !== null && {
          label: recruitment("facts.started"),
          value: <Time value={run.startedAt} />,
        },
      ]}
    />
  );
}

/** Number and validity, what is missing said as such, and a warning when it ends before the run. */
function Accreditation({ run }: { run: RunReading["run"] }) {
  const { t } = useTranslation("recruitment");
  const language = useLanguage();
  const { accreditationNumber: number, accreditationValidUntil: until, endsOn } = run;
  if (number === null) return <>{t("facts.unknown")}</>;
  if (until === null) return <>{number}</>;
  const day = formatDay(until, language);
  return (
    <>
      {t("facts.accreditationUntil", { number, day })}
      {until < endsOn && (
        <>
          <br />
          <strong>{t("facts.accreditationShort", { day })}</strong>
        </>
      )}
    </>
  );
}
