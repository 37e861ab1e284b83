import { useTranslation } from "react-i18next";
import { AdmissionSum, RequirementsTable, type TraineeStanding } from "~/certification/index";
import { Card, Columns } from "~/ui";

/** What is missing for the exam and, apart from it, for the certificate: the rules themselves with their numbers. */
export function OwnRequirements({ standing }: { standing: TraineeStanding }) {
  const { t } = useTranslation("overview");
  return (
    <Columns
      main={<RequirementsTable graduation={standing.graduation} gaps={standing.supervision.gaps} />}
      side={
        <Card level={3} title={t("own.exam")}>
          <AdmissionSum admission={standing.admission} />
        </Card>
      }
    />
  );
}
