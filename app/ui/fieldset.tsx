import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  /** Fields beside each other where there is room. */
  row?: boolean;
  className?: string;
  children: ReactNode;
}

/** Fields that belong together under one heading. */
export function Fieldset({ legend, hint, row, className, children }: FieldsetProps) {
  return (
    <fieldset className={classNames("fieldset", className)}>
      <legend className="fieldset-legend">{legend}</legend>
      {hint && <p className="fieldset-hint">{hint}</p>}
      <div className={row ? "field-row" : "fieldset-body"}>{children}</div>
    </fieldset>
  );
}

/** Two or three short fields on one line where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}

/** The buttons at the end of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
