import { useTranslation } from "react-i18next";
import { Grid, Card, LinkButton, Notice, PageHeader, Stack } from "~/ui";
import { trainingLink } from "../rules/monitoring-training";

/** For reporters without the monitoring training: why it is there and how to get it. */
export function TrainingNeeded() {
  const { t } = useTranslation("incidents");
  return (
    <>
      <PageHeader title={t("training.title")} lead={t("training.lead")} />
      <Stack>
        <Notice
          tone="danger"
          title={t("training.urgent")}
          action={
            <LinkButton to="/stranky/pomoc-obetem" variant="secondary">
              {t("publicMap.help")}
            </LinkButton>
          }
        >
          {t("training.urgentText")}
        </Notice>
        <Grid min="md">
          <Card title={t("training.why")} icon="course">
            <p>{t("training.whyText")}</p>
          </Card>
          <Card title={t("training.how")} icon="check">
            <p>{t("training.howText")}</p>
            <LinkButton to={trainingLink}>{t("training.go")}</LinkButton>
            <p>{t("training.already")}</p>
          </Card>
        </Grid>
      </Stack>
    </>
  );
}
