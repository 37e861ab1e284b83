import { useTranslation } from "react-i18next";
import { Card, DescriptionList, Grid, StatusTag } from "~/ui";
import { settingValues, unconfirmedSettings, type ProgrammeSettings } from "../rules/programme-settings";
import { settingGroups } from "./setting-groups";

/** The numbers in force; those nobody has confirmed say so. */
export function SettingsFacts({ settings }: { settings: ProgrammeSettings }) {
  const { t } = useTranslation("mentors");
  const values = settingValues(settings);
  return (
    <Grid>
      {settingGroups.map(({ group, names }) => (
        <Card key={group} title={t(`settings.${group}`)} level={3}>
          <DescriptionList
            columns={2}
            items={names.map((name) => ({
              label: t(`settings.${name}`),
              value: (
                <>
                  {values[name]}{" "}
                  {unconfirmedSettings.includes(name) && (
                    <StatusTag tone="warning">{t("settings.unconfirmed")}</StatusTag>
                  )}
                </>
              ),
            }))}
          />
        </Card>
      ))}
    </Grid>
  );
}
