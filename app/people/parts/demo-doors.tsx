import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "~/access/roles";
import { Button, HiddenField, Notice } from "~/ui";

/** In the demo anybody may come in as anybody. */
export function DemoDoors({ roles, wanted }: { roles: Role[]; wanted: string }) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  return (
    <Notice title={t("signIn.demo")}>
      <Form method="post" action="/prihlaseni" className="flex flex-wrap gap-2 pt-2">
        <HiddenField name="dal" value={wanted} />
        {roles.map((role) => (
          <Button key={role} type="submit" name="demo" value={role} variant="secondary" size="sm">
            {common(`role.${role}`)}
          </Button>
        ))}
      </Form>
    </Notice>
  );
}
