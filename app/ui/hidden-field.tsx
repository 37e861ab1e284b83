/** A value the form carries along: the id of what is being made, a version, the intent. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}
