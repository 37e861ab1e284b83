import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CertifyGroup } from "../../rules/certificate/certify-preview";
import type { TraineeStanding } from "../../rules/trainee-standing";
import { StandingSentence } from "../standing-sentence";

interface NotReadyListProps {
  people: { enrolmentId: string; name: string; group: CertifyGroup; standing: TraineeStanding }[];
}

/** Those who get no certificate now, each with the reason in a sentence. */
export function NotReadyList({ people }: NotReadyListProps) {
  const { t } = useTranslation("certification");
  if (people.length === 0) return <p>{t("bulk.nobody")}</p>;
  return (
    <ul className="stack">
      {people.map(({ enrolmentId, name, group, standing }) => (
        <li key={enrolmentId}>
          <Link to={`/behy/${standing.runId}/ucastnik/${enrolmentId}`} className="font-semibold">
            {name}
          </Link>
          {": "}
          {group === "incomplete" ? (
            <StandingSentence standing={standing} />
          ) : (
            <>
              {t(`bulk.group.${group}`)}{" "}
              {standing.certificate && (
                <Link to={`/osvedceni/${standing.certificate.id}`}>{standing.certificate.number}</Link>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
