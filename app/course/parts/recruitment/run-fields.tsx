import { useTranslation } from "react-i18next";
import type { RegionCode } from "~/platform/region-codes";
import {
  DateField,
  DescriptionList,
  FieldRow,
  formatDay,
  HiddenField,
  Select,
  TextField,
  useLanguage,
} from "~/ui";

/** What the fields of a run start with; days are `YYYY-MM-DD`. */
export interface RunFieldValues {
  name: string;
  town: string;
  otherTowns: readonly string[];
  region: string;
  startsOn: string;
  endsOn: string;
  places: number;
  goal: number;
  organisation: string | null;
  accreditationNumber: string | null;
  accreditationValidUntil: string | null;
}

interface RunFieldsProps {
  values: Partial<RunFieldValues>;
  regions: readonly RegionCode[];
  organisations: readonly { id: string; name: string }[];
  /** The run has begun: what must stay is shown and sent as it is. */
  frozen?: boolean;
}

/** The fields of a run, for a new one and for changing one. */
export function RunFields({ values, regions, organisations, frozen = false }: RunFieldsProps) {
  const { t } = useTranslation("recruitment");
  return (
    <>
      <TextField
        name="name"
        label={t("fields.name")}
        hint={t("fields.nameHint")}
        width="medium"
        maxLength={120}
        defaultValue={values.name}
      />
      {frozen ? <Frozen values={values} /> : <Changeable values={values} regions={regions} />}
      <TextField
        name="otherTowns"
        label={t("fields.otherTowns")}
        hint={t("fields.otherTownsHint")}
        optional
        width="medium"
        maxLength={400}
        defaultValue={values.otherTowns?.join(", ")}
      />
      {frozen && (
        <DateField name="endsOn" label={t("fields.endsOn")} hint={null} defaultValue={values.endsOn} />
      )}
      <Select
        name="organisation"
        label={t("fields.organisation")}
        optional
        width="medium"
        empty={t("fields.noOrganisation")}
        defaultValue={values.organisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FieldRow>
        <TextField
          name="accreditationNumber"
          label={t("fields.accreditationNumber")}
          hint={t("fields.accreditationHint")}
          optional
          maxLength={60}
          defaultValue={values.accreditationNumber}
        />
        <DateField
          name="accreditationValidUntil"
          label={t("fields.accreditationValidUntil")}
          hint={null}
          optional
          defaultValue={values.accreditationValidUntil}
        />
      </FieldRow>
    </>
  );
}

function Changeable({ values, regions }: Pick<RunFieldsProps, "values" | "regions">) {
  const { t } = useTranslation("recruitment");
  const { t: common } = useTranslation("common");
  return (
    <>
      <TextField
        name="town"
        label={t("fields.town")}
        width="medium"
        maxLength={80}
        defaultValue={values.town}
      />
      <Select
        name="region"
        label={t("fields.region")}
        width="medium"
        empty={regions.length > 1}
        defaultValue={values.region}
        options={regions.map((value) => ({ value, label: common(`region.${value}`) }))}
      />
      <FieldRow>
        <DateField name="startsOn" label={t("fields.startsOn")} hint={null} defaultValue={values.startsOn} />
        <DateField name="endsOn" label={t("fields.endsOn")} hint={null} defaultValue={values.endsOn} />
      </FieldRow>
      <FieldRow>
        {(["places", "goal"] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="number"
            label={t(`fields.${name}`)}
            width="short"
            inputMode="numeric"
            defaultValue={values[name]}
          />
        ))}
      </FieldRow>
    </>
  );
}

function Frozen({ values }: Pick<RunFieldsProps, "values">) {
  const { t } = useTranslation("recruitment");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const { town = "", region = "", startsOn = "", places = 0, goal = 0 } = values;
  return (
    <>
      {Object.entries({ town, region, startsOn, places, goal }).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <DescriptionList
        columns={2}
        items={[
          { label: t("fields.town"), value: town },
          { label: t("fields.region"), value: common(`region.${region}` as "region.CZ042") },
          { label: t("fields.startsOn"), value: formatDay(startsOn, language) },
          { label: t("fields.places"), value: places },
          { label: t("fields.goal"), value: goal },
        ]}
      />
    </>
  );
}
