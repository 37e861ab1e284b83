import { useTranslation } from "react-i18next";
import { DescriptionList, formatDayRange, useLanguage } from "~/ui";
import type { RunReading } from "../operations/read-run.server";

export function RunFactsList({ reading }: { reading: RunReading }) {
  const { t } = useTranslation("course");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const { run, trainers, trainees, organisation } = reading;
  const taken = trainees.filter(({ state }) => state === "active" || state === "graduated").length;
  return (
    <DescriptionList
      columns={2}
      items={[
        { label: t("run.when"), value: formatDayRange(run.startsOn, run.endsOn, language) },
        { label: t("run.town"), value: run.town },
        { label: t("run.region"), value: common(`region.${run.regionCode}` as "region.CZ042") },
        { label: t("run.places"), value: t("runs.placesOf", { taken, places: run.places }) },
        { label: t("run.goal"), value: run.graduateGoal },
        organisation !== null && { label: t("run.organisation"), value: organisation },
        run.accreditationNumber !== null && { label: t("run.accreditation"), value: run.accreditationNumber },
        {
          label: t("run.trainers"),
          value: trainers.length > 0 ? trainers.map(({ name }) => name).join(", ") : t("run.noTrainers"),
        },
      ]}
    />
  );
}
