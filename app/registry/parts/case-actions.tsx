import { useTranslation } from "react-i18next";
import { ButtonGroup, LinkButton } from "~/ui";
import type { CaseView } from "../operations/read-case.server";

/** What the actor can do with a case next; the first one is what is most likely wanted. */
export function CaseActions({ view }: { view: CaseView }) {
  const { t } = useTranslation("registry");
  const { may, mentor, id } = view;
  const to = (page: string) => `/pripady/${id}/${page}`;
  const actions = [
    may.log && ({ key: "log", to: to("cinnost"), icon: "edit" } as const),
    may.assign && ({ key: mentor ? "reassign" : "assign", to: to("prirazeni"), icon: "people" } as const),
    may.evaluate && ({ key: "evaluate", to: to("hodnoceni"), icon: "checkCircle" } as const),
    may.close && ({ key: "close", to: to("ukonceni"), icon: "lock" } as const),
  ].filter((action) => action !== false);
  if (actions.length === 0) return null;
  return (
    <ButtonGroup>
      {actions.map(({ key, to: address, icon }, index) => (
        <LinkButton key={key} to={address} icon={icon} variant={index === 0 ? "primary" : "secondary"}>
          {t(`case.actions.${key}`)}
        </LinkButton>
      ))}
    </ButtonGroup>
  );
}
