import { type FieldProps, FieldShell } from "./field";
import { useField } from "./form";

export interface FileFieldProps extends FieldProps {
  /** As the HTML attribute: ".pdf,image/*" */
  accept?: string;
  multiple?: boolean;
  capture?: "environment" | "user";
}

/** A file to upload; the form needs `encType="multipart/form-data"`. */
export function FileField({ name, accept, multiple, capture, hint, optional, ...shell }: FileFieldProps) {
  const field = useField(name, optional);
  return (
    <FieldShell {...shell} field={field} hint={hint}>
      <input
        id={field.id}
        name={name}
        type="file"
        className="input input-file"
        accept={accept}
        multiple={multiple}
        capture={capture}
        required={field.required}
        aria-invalid={field.errors.length > 0 || undefined}
        aria-describedby={field.describedBy(hint)}
      />
    </FieldShell>
  );
}
