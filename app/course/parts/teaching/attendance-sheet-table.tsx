import { useTranslation } from "react-i18next";
import type { Attendee } from "../../operations/teaching/read-session.server";

/** The table people sign: a name, two times to fill in and room for a signature. */
export function AttendanceSheetTable({
  attendees,
}: {
  attendees: readonly Pick<Attendee, "enrolmentId" | "name">[];
}) {
  const { t } = useTranslation("teaching");
  return (
    // A wide table scrolls by itself on a phone, also from the keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="sheet-frame" role="region" aria-label={t("sheet.table")} tabIndex={0}>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t("sheet.number")}</th>
            <th scope="col">{t("sheet.name")}</th>
            <th scope="col" className="sheet-time">
              {t("attendance.arrived")}
            </th>
            <th scope="col" className="sheet-time">
              {t("attendance.left")}
            </th>
            <th scope="col" className="sheet-signature">
              {t("sheet.signature")}
            </th>
          </tr>
        </thead>
        <tbody>
          {attendees.map(({ enrolmentId, name }, index) => (
            <tr key={enrolmentId}>
              <td>{index + 1}.</td>
              <th scope="row">{name}</th>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
