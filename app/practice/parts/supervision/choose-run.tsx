import { useTranslation } from "react-i18next";
import { Button, Form, Select } from "~/ui";

interface ChooseRunProps {
  runs: readonly { id: string; name: string; town: string }[];
  chosen: string | null;
}

/** Which run's trainees to offer; the choice is in the address. */
export function ChooseRun({ runs, chosen }: ChooseRunProps) {
  const { t } = useTranslation("supervision");
  if (runs.length === 0) return null;
  return (
    <Form method="get" plainFields>
      <Select
        name="beh"
        label={t("field.run")}
        hint={t("field.runHint")}
        empty={t("field.noRun")}
        defaultValue={chosen}
        options={runs.map(({ id, name, town }) => ({ value: id, label: `${name} (${town})` }))}
        width="medium"
      />
      <div>
        <Button type="submit" variant="secondary">
          {t("field.show")}
        </Button>
      </div>
    </Form>
  );
}
