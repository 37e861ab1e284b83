import { useTranslation } from "react-i18next";

/** A box beside one entry; all of them are one field of the form. */
export function ChooseEntry({ value, label }: { value: string; label: string }) {
  const { t } = useTranslation("practice");
  const id = `entry-${value.replace(":", "-")}`;
  return (
    <div className="choice">
      <input id={id} className="choice-input" type="checkbox" name="entry" value={value} aria-label={label} />
      <label className="choice-label" htmlFor={id}>
        {t("review.chooseShort")}
      </label>
    </div>
  );
}
