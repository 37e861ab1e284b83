export interface ChoiceSwitchProps {
  action: string;
  name: string;
  label: string;
  chosen: string;
  options: { value: string; label: string }[];
  /** Path to come back to. */
  back: string;
}

/** One choice out of a few, remembered by a cookie; a plain form, so that the whole page comes back changed. */
export function ChoiceSwitch({ action, name, label, chosen, options, back }: ChoiceSwitchProps) {
  return (
    <form method="post" action={action} className="menu-choice">
      <fieldset>
        <legend>{label}</legend>
        <input type="hidden" name="back" value={back} />
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            className="menu-item"
            aria-pressed={option.value === chosen}
            lang={name === "language" ? option.value : undefined}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
