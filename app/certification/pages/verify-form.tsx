import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { pageHandle } from "~/page";
import { PageHeader } from "~/ui";
import { CodeForm } from "../parts/code-form";
import { normaliseCode, printedCode } from "../rules/certificate-code";

export const handle = pageHandle({ i18n: "certification", title: () => "certification:verify.title" });

export const loader = open(async ({ request }) => {
  const typed = new URL(request.url).searchParams.get("kod");
  if (typed === null) return data({ typed: null });
  const code = normaliseCode(typed);
  if (code) throw redirect(`/overeni/${printedCode(code)}`);
  return data({ typed: typed.slice(0, 100) }, { status: 422 });
});

/** Anybody types the code from a certificate. */
export default function VerifyForm() {
  const { t } = useTranslation("certification");
  const { typed } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("verify.title")} lead={t("verify.lead")} />
      <CodeForm typed={typed} />
    </>
  );
}
