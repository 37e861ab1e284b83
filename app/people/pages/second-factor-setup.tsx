import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { needsSecondFactor, sessionCookie, signedIn, type GuardedArgs } from "~/access/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { badForm, readForm } from "~/platform/forms.server";
import { localPath } from "~/platform/local-path";
import { redirectWithToast } from "~/platform/toast.server";
import { PageHeader } from "~/ui";
import { wantedPath } from "../entering.server";
import { describeProposal } from "../proposal.server";
import {
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorStanding,
} from "../operations/second-factor.server";
import { RecoveryCodes } from "../parts/recovery-codes";
import { SecondFactorSettings } from "../parts/second-factor-settings";
import { SecondFactorSetup } from "../parts/second-factor-setup";
import { secondFactorForm, type SecondFactorForm } from "../schema";
import { visitorOf } from "../visitor.server";

export const handle = pageHandle({
  i18n: "people",
  title: () => "people:secondFactor.title",
  breadcrumbs: () => [{ text: "people:own.title", to: "/ucet" }, { text: "people:secondFactor.title" }],
});

export const loader = signedIn(async ({ actor, request }) => {
  const { confirmedAt, recoveryCodesLeft } = await secondFactorStanding(actor);
  return {
    wanted: wantedPath(request),
    required: needsSecondFactor(actor.roles.map(({ role }) => role)),
    standing: confirmedAt && { confirmedAt, recoveryCodesLeft },
    proposal: confirmedAt ? null : await describeProposal(actor),
  };
});

export const action = signedIn(async (args) => {
  const form = await readForm(args.request, secondFactorForm);
  if (!form.ok) return badForm(form.reply);
  const { value } = form;
  if (value.intent === "setUp") return setUp(args, value);
  if (value.intent === "newCodes") {
    const codes = await renewRecoveryCodes(args.visit, value, visitorOf(args));
    return data({ form: undefined, codes, proposal: undefined });
  }
  const sessionId = await removeSecondFactor(args.visit, value, visitorOf(args));
  const toast = { kind: "success", text: "people:secondFactor.removed" } as const;
  return redirectWithToast("/ucet/dvoufazove-overeni", toast, { "Set-Cookie": sessionCookie(sessionId) });
});

async function setUp(args: GuardedArgs, value: Extract<SecondFactorForm, { intent: "setUp" }>) {
  try {
    const { codes, sessionId } = await confirmSecondFactor(args.visit, value, visitorOf(args));
    return data(
      { form: undefined, codes, proposal: undefined },
      { headers: { "Set-Cookie": sessionCookie(sessionId) } },
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.field !== "code") throw error;
    // The app was shown this secret, so the next try must be about the same one.
    const proposal = await describeProposal(args.actor, value.secretSealed);
    const values = { intent: value.intent };
    return data(
      { form: { values, errors: { code: [error.reason] } }, codes: undefined, proposal },
      error.status,
    );
  }
}

export default function SecondFactorPage() {
  const { wanted, required, standing, proposal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("people");
  const codes = answer && "codes" in answer ? answer.codes : undefined;
  const shown = (answer && "proposal" in answer && answer.proposal) || proposal;
  return (
    <>
      <PageHeader title={t("secondFactor.title")} lead={t("secondFactor.lead")} />
      {codes ? (
        <RecoveryCodes codes={codes} to={localPath(wanted, "/")} />
      ) : standing ? (
        <SecondFactorSettings {...standing} form={answer?.form} />
      ) : (
        shown && <SecondFactorSetup proposal={shown} required={required} form={answer?.form} />
      )}
    </>
  );
}
