import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice, RadioGroup } from "~/ui";
import type { KnownClient } from "../operations/known-clients.server";

/** Asks whether the person being referred is one of those already known to the body. */
export function KnownClientChoice({ candidates }: { candidates: KnownClient[] }) {
  const { t } = useTranslation("registry");
  const open = candidates.filter((one) => one.openCaseId !== null);
  return (
    <>
      <Notice tone="warning" title={t("refer.known.title")}>
        <p>{t("refer.known.text")}</p>
        {open.map(({ code, openCaseId }) => (
          <p key={code}>
            <Link to={`/pripady/${openCaseId}`}>{t("refer.known.show", { code })}</Link>
          </p>
        ))}
      </Notice>
      <RadioGroup
        name="knownClient"
        label={t("refer.known.label")}
        options={[
          ...candidates.map(({ id, name, code, birthYear, town, openCaseId }) => ({
            value: id,
            label: t("refer.known.option", { name, code }),
            disabled: openCaseId !== null,
            hint: [
              birthYear === null ? null : t("refer.known.born", { year: birthYear }),
              town,
              openCaseId === null ? null : t("refer.known.openCase"),
            ]
              .filter(Boolean)
              .join(" · "),
          })),
          { value: "new", label: t("refer.known.new") },
        ]}
      />
    </>
  );
}
