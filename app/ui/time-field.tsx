import type { FieldProps } from "./field";
import { TextField } from "./text-field";

export interface TimeFieldProps extends FieldProps {
  /** "HH:MM" */
  defaultValue?: string | null;
  min?: string;
  max?: string;
  /** Seconds between the times offered, 300 = every five minutes. */
  step?: number;
}

/** A time of day, sent as "HH:MM". */
export function TimeField({ width = "short", ...rest }: TimeFieldProps) {
  return <TextField {...rest} width={width} type="time" />;
}
