import { useTranslation } from "react-i18next";
import { FieldRow, Select } from "~/ui";
import { organisationKinds } from "../codes";
import type { OrganisationKind } from "../codes";
import { useRegionName } from "./held-role";

/** What a form about roles chooses from. */
export interface PlaceChoices {
  organisations: { id: string; name: string; kind: OrganisationKind }[];
  /** Region codes, `all` for the whole programme. */
  regions: string[];
}

/** Organisation and region of a role. */
export function PlaceFields({ organisations, regions }: PlaceChoices) {
  const { t } = useTranslation("people");
  const region = useRegionName();
  const groups = organisationKinds.map((kind) => ({
    label: t(`organisationKind.${kind}`),
    options: organisations
      .filter((organisation) => organisation.kind === kind)
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <FieldRow>
      <Select
        name="organisationId"
        label={t("invite.organisation")}
        hint={t("invite.organisationHint")}
        optional
        empty={t("invite.noOrganisation")}
        options={groups.filter(({ options }) => options.length > 0)}
      />
      <Select
        name="regionCode"
        label={t("invite.region")}
        defaultValue={regions.length === 1 ? regions[0] : undefined}
        options={regions.map((code) => ({ value: code, label: region(code === "all" ? null : code) }))}
      />
    </FieldRow>
  );
}
