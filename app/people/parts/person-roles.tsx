import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Section,
  Select,
  SubmitButton,
  Timeline,
} from "~/ui";
import type { RoleChoices } from "../operations/place-choices.server";
import type { AccountDetail, RoleRecord } from "../operations/read-account.server";
import { formOf } from "./form-of";
import { HeldRole, useRegionName } from "./held-role";
import { PlaceFields } from "./place-fields";

export interface PersonRolesProps {
  person: AccountDetail;
  /** Null for those who may not give roles. */
  choices: RoleChoices | null;
  form?: FormState;
}

/** Roles held now, with what ends them, and a form for another one. */
export function PersonRoles({ person, choices, form }: PersonRolesProps) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const current = person.roles.filter(({ endedAt }) => endedAt === null);
  const adding = formOf(form, "addRole");
  return (
    <Section title={t("person.roles")}>
      {current.length === 0 && <p>{t("person.noRoles")}</p>}
      <ul className="stack">
        {current.map((role) => (
          <li
            key={role.id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3"
          >
            <span>
              <HeldRole {...role} />
            </span>
            {role.mayEnd && (
              <ConfirmButton
                label={t("person.endRole")}
                size="sm"
                title={t("person.endRoleTitle", { role: common(`role.${role.role}`) })}
                text={t("person.endRoleText")}
                values={{ intent: "endRole", assignmentId: role.id }}
                state={formOf(form, "endRole", { assignmentId: role.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {choices && choices.roles.length > 0 && (
        <Disclosure summary={t("person.addRole")} open={Boolean(adding)}>
          <Form state={adding}>
            <ErrorSummary
              labels={{
                role: t("person.role"),
                organisationId: t("invite.organisation"),
                regionCode: t("invite.region"),
              }}
            />
            <p className="text-muted">{t("person.addRoleText")}</p>
            <HiddenField name="intent" value="addRole" />
            <Select
              name="role"
              label={t("person.role")}
              options={choices.roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
            />
            <PlaceFields {...choices} />
            <FormActions>
              <SubmitButton>{t("person.add")}</SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}

/** When which role began and ended, and who decided it; the newest first. */
export function RoleHistory({ roles }: { roles: RoleRecord[] }) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const region = useRegionName();
  const items = roles.flatMap((record) => {
    const role = common(`role.${record.role}`);
    const where = [record.organisation, record.role === "applicant" ? null : region(record.regionCode)];
    const text = where.filter(Boolean).join(", ");
    const given = {
      id: record.id,
      at: record.grantedAt.toISOString(),
      title: t("person.given", { role }),
      author: record.grantedBy ?? (record.role === "applicant" ? t("person.bySelf") : undefined),
      text,
    };
    if (!record.endedAt) return [given];
    const title = t("person.ended", { role });
    return [
      given,
      { id: `${record.id}-end`, at: record.endedAt.toISOString(), title, author: record.endedBy, text },
    ];
  });
  return (
    <Section title={t("person.history")}>
      <Timeline items={items.sort((a, b) => b.at.localeCompare(a.at))} label={t("person.history")} />
    </Section>
  );
}
