import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "~/access/roles";
import { Button, HiddenField, Notice } from "~/ui";

/** Password of every account of the demo; they hold only invented data. */
const demoPassword = "Most-Demo-2026";

/** In the demo anybody may come in as anybody. */
export function DemoDoors({ roles, wanted }: { roles: Role[]; wanted: string }) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  return (
    <Notice title={t("signIn.demo")}>
      <ul className="flex flex-wrap gap-2 pt-2">
        {roles.map((role) => (
          <li key={role}>
            <Form method="post" action="/prihlaseni">
              <HiddenField name="email" value={`${role}@demo.test`} />
              <HiddenField name="password" value={demoPassword} />
              <HiddenField name="dal" value={wanted} />
              <Button type="submit" variant="secondary" size="sm">
                {common(`role.${role}`)}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
