import { useTranslation } from "react-i18next";
import { Disclosure, Form, FormActions, HiddenField, Select, SubmitButton } from "~/ui";
import { exportPurposes } from "../../codes";

/** Takes the list as it is filtered out of the portal; what for is chosen first and written down. */
export function ExportBox({ query }: { query: Record<string, string> }) {
  const { t } = useTranslation("certification");
  return (
    <div className="no-print">
      <Disclosure summary={t("register.export")}>
        <Form method="get" action="/osvedceni/export" reloadDocument plainFields>
          <p>{t("register.exportText")}</p>
          {Object.entries(query).map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <Select
            name="ucel"
            label={t("register.purpose")}
            empty={false}
            defaultValue={exportPurposes[0]}
            options={exportPurposes.map((value) => ({ value, label: t(`register.purposes.${value}`) }))}
          />
          <FormActions>
            <SubmitButton variant="secondary" icon="download">
              {t("register.exportSubmit")}
            </SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}
