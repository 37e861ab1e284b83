import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { ownBalance } from "../operations/trainee-balance.server";
import { BalanceSheet } from "../parts/balance/balance-sheet";

export const handle = pageHandle({
  i18n: "practice",
  title: () => "practice:balance.title",
  breadcrumbs: () => [{ text: "practice:list.title", to: "/praxe" }, { text: "practice:balance.title" }],
});

export const loader = guarded("practice:log", async ({ actor }) => ownBalance(actor));

/** A trainee's own balance, to print. */
export default function OwnBalance() {
  return <BalanceSheet {...useLoaderData<typeof loader>()} />;
}
