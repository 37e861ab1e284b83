import { useTranslation } from "react-i18next";
import { regionCodes } from "~/platform/region-codes";
import { FieldRow, Select, TextField } from "~/ui";
import { useRegionName } from "./held-role";

export interface OrganisationValues {
  name: string;
  town: string | null;
  regionCode: string | null;
}

/** Name, town and region of an organisation. */
export function OrganisationFields({ values }: { values?: OrganisationValues }) {
  const { t } = useTranslation("people");
  const region = useRegionName();
  return (
    <>
      <TextField name="name" label={t("organisation.name")} defaultValue={values?.name} autoComplete="off" />
      <FieldRow>
        <TextField
          name="town"
          label={t("organisation.town")}
          optional
          defaultValue={values?.town}
          autoComplete="off"
        />
        <Select
          name="regionCode"
          label={t("organisation.region")}
          defaultValue={values && (values.regionCode ?? "all")}
          options={["all", ...regionCodes].map((code) => ({
            value: code,
            label: region(code === "all" ? null : code),
          }))}
        />
      </FieldRow>
    </>
  );
}
