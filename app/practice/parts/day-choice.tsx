import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "~/platform/days";
import { Button, DateField } from "~/ui";

/** The day of an entry; today and yesterday are one press away. */
export function DayChoice({ today, value }: { today: string; value: string | undefined }) {
  const { t } = useTranslation("practice");
  const place = useRef<HTMLDivElement>(null);
  const choose = (day: string) => {
    const field = place.current?.querySelector<HTMLInputElement>('input[name="day"]');
    if (!field) return;
    field.value = day;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (
    <div ref={place} className="flex flex-wrap items-end gap-3">
      <DateField name="day" label={t("fields.day")} hint={null} max={today} defaultValue={value ?? today} />
      {/* Without scripts the calendar of the browser does the same. */}
      <div className="js-only flex gap-2">
        <Button variant="secondary" onClick={() => choose(today)}>
          {t("fields.today")}
        </Button>
        <Button variant="secondary" onClick={() => choose(addDays(today, -1))}>
          {t("fields.yesterday")}
        </Button>
      </div>
    </div>
  );
}
