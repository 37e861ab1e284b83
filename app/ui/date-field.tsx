import { useTranslation } from "react-i18next";
import type { FieldProps } from "./field";
import { TextField } from "./text-field";

export interface DateFieldProps extends FieldProps {
  /** "YYYY-MM-DD" */
  defaultValue?: string | null;
  /** "YYYY-MM-DD": the first and the last day the browser's calendar offers. */
  min?: string;
  max?: string;
  autoComplete?: string;
}

/** A day, sent as "YYYY-MM-DD". `hint={null}` leaves out the usual hint. */
export function DateField({ hint, width = "short", ...rest }: DateFieldProps) {
  const { t } = useTranslation("ui");
  return (
    <TextField {...rest} width={width} type="date" hint={hint === undefined ? t("form.dateHint") : hint} />
  );
}
