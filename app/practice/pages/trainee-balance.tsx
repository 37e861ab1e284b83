import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { traineeBalance, type BalanceSheet as Sheet } from "../operations/trainee-balance.server";
import { BalanceSheet } from "../parts/balance/balance-sheet";

export const handle = pageHandle<Sheet | undefined>({
  i18n: "practice",
  title: (page) => page?.name ?? "",
  breadcrumbs: (page) => [
    { text: "common:nav.runs", to: "/behy" },
    { text: page?.run.name ?? "", to: `/behy/${page?.run.id}` },
    { text: page?.name ?? "", to: `/behy/${page?.run.id}/ucastnik/${page?.enrolmentId}` },
    { text: "practice:balance.title" },
  ],
});

export const loader = guarded("practice:review", async ({ actor, params }) =>
  traineeBalance(actor, { runId: params.id, enrolmentId: params.enrolment }),
);

/** A trainee's balance for those who review the practice, to print. */
export default function TraineeBalance() {
  return <BalanceSheet {...useLoaderData<typeof loader>()} />;
}
