import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded, type GuardedArgs } from "~/access/index.server";
import { pageHandle } from "~/page";
import { dayOf } from "~/platform/days";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { LinkButton, Notice, PageHeader } from "~/ui";
import { addRole, endHeldRole } from "../operations/change-roles.server";
import { disableAccount, enableAccount, resetSecondFactor } from "../operations/manage-account.server";
import { resendInvitation, revokeInvitation } from "../operations/manage-invitation.server";
import { roleChoices } from "../operations/place-choices.server";
import { type AccountDetail, readAccount } from "../operations/read-account.server";
import { recordTraining } from "../operations/record-training.server";
import { AccountFacts } from "../parts/account-facts";
import { AccountManagement } from "../parts/account-management";
import { PersonRoles, RoleHistory } from "../parts/person-roles";
import { AccountStateTag } from "../parts/state-tag";
import { TrainingSection } from "../parts/training-section";
import { personForm, type PersonForm } from "../schema";

export const handle = pageHandle<{ person: AccountDetail }>({
  i18n: "people",
  title: ({ person }) => person.name,
  breadcrumbs: ({ person }) => [{ text: "people:list.title", to: "/lide" }, { text: person.name }],
});

export const loader = guarded(["account:list", "monitoring:train"], async ({ actor, params, now }) => {
  const person = await readAccount(actor, personId(params), { now });
  const mayGive = actor.can("account:invite") && !person.isOwn && person.state !== "disabled";
  return { person, choices: mayGive ? await roleChoices(actor) : null, today: dayOf(now) };
});

export const action = guarded(["account:invite", "account:manage", "monitoring:train"], async (args) => {
  const form = await readForm(args.request, personForm);
  if (!form.ok) return badForm(form.reply);
  const done = await change(args, personId(args.params), form.value);
  // Somebody whose last role in the region has ended may be out of sight now.
  const to = form.value.intent === "revoke" ? "/lide" : `/lide/${personId(args.params)}`;
  return redirectWithToast(to, { kind: "success", text: `people:person.${done}` });
});

/** Does what one of the page's forms asks for. @returns the text that says so */
async function change({ actor, now }: GuardedArgs, accountId: string, value: PersonForm): Promise<string> {
  switch (value.intent) {
    case "train":
      requireAny(actor, "monitoring:train");
      await recordTraining(actor, { accountId, passedOn: value.passedOn }, { now });
      return "trainingSaved";
    case "addRole":
      requireAny(actor, "account:invite");
      await addRole(actor, { ...value, accountId }, { now });
      return "added";
    case "endRole":
      requireAny(actor, "account:invite");
      await endHeldRole(actor, { accountId, assignmentId: value.assignmentId }, { now });
      return "roleEnded";
    case "resend":
      requireAny(actor, "account:invite");
      await resendInvitation(actor, accountId, { now });
      return "resent";
    case "revoke":
      requireAny(actor, "account:invite");
      await revokeInvitation(actor, accountId, { now });
      return "revoked";
    case "disable":
      requireAny(actor, "account:manage");
      await disableAccount(actor, { accountId, version: value.version }, { now });
      return "disabled";
    case "enable":
      requireAny(actor, "account:manage");
      await enableAccount(actor, { accountId, version: value.version }, { now });
      return "enabled";
    case "resetSecondFactor":
      requireAny(actor, "account:manage");
      await resetSecondFactor(actor, accountId, { now });
      return "resetDone";
  }
}

function requireAny(actor: GuardedArgs["actor"], permission: Parameters<typeof actor.can>[0]): void {
  if (!actor.can(permission)) throw new AppError("forbidden");
}

function personId(params: GuardedArgs["params"]): string {
  const id = params.id ?? "";
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new AppError("notFound");
  return id;
}

export default function AccountPage() {
  const { person, choices, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("people");
  return (
    <>
      <PageHeader title={person.name} status={<AccountStateTag state={person.state} />} />
      {person.isOwn && (
        <div className="mb-6">
          <Notice tone="info" action={<OwnLink />}>
            {t("person.ownNote")}
          </Notice>
        </div>
      )}
      {person.email !== null && <AccountFacts person={person} />}
      <PersonRoles person={person} choices={choices} form={form} />
      {person.trainings && (
        <TrainingSection person={person} trainings={person.trainings} today={today} form={form} />
      )}
      <RoleHistory roles={person.roles} />
      <AccountManagement person={person} form={form} />
    </>
  );
}

function OwnLink() {
  const { t } = useTranslation("people");
  return (
    <LinkButton to="/ucet" variant="secondary" size="sm">
      {t("person.toOwn")}
    </LinkButton>
  );
}
