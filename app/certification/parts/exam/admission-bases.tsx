import { useTranslation } from "react-i18next";
import { AdmissionSum } from "../admission-sum";
import type { TwoBasisAdmission } from "../../rules/exam/protocol-content";

/** Both ways of counting the 80 % under each other; the one in force in the run comes first and says so. */
export function AdmissionBases({ admission }: { admission: TwoBasisAdmission }) {
  const { t } = useTranslation("exam");
  const { inForce, minutes, teachingHours } = admission;
  const sums = inForce === "minutes" ? [minutes, teachingHours] : [teachingHours, minutes];
  return (
    <ul className="stack">
      {sums.map((sum, index) => (
        <li key={sum.basis}>
          <p>
            <strong>{t(`basis.${sum.basis}`)}</strong> – {t(index === 0 ? "basis.inForce" : "basis.other")}
          </p>
          <AdmissionSum admission={sum} />
        </li>
      ))}
    </ul>
  );
}
