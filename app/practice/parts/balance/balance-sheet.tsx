import { useTranslation } from "react-i18next";
import { DescriptionList, formatMinutesAsHours, PageHeader, PrintButton, Section } from "~/ui";
import type { Balance } from "../../rules/balance";
import { ApprovalsTable, type ApprovalLine } from "./approvals-table";
import { PracticeBalance } from "./practice-balance";

interface BalanceSheetProps {
  name: string;
  run: { name: string };
  balance: Balance & { required: number; approvals: readonly ApprovalLine[]; guides: readonly string[] };
}

/** One trainee's practice on paper: sums, kinds against the plan, who approved what. */
export function BalanceSheet({ name, run, balance }: BalanceSheetProps) {
  const { t } = useTranslation("practice");
  const { approved, waiting, returned, required, guides } = balance;
  return (
    <>
      <PageHeader
        eyebrow={run.name}
        title={t("balance.sheetTitle", { name })}
        actions={<PrintButton>{t("balance.print")}</PrintButton>}
      />
      <Section title={t("balance.sums")}>
        <DescriptionList
          columns={2}
          items={[
            {
              label: t("list.approved"),
              value: t("list.spanText", {
                done: formatMinutesAsHours(approved.minutes),
                total: formatMinutesAsHours(required),
              }),
            },
            { label: t("list.waiting"), value: formatMinutesAsHours(waiting.minutes) },
            { label: t("balance.returnedSum"), value: formatMinutesAsHours(returned.minutes) },
            { label: t("guides.now"), value: guides.length > 0 ? guides.join(", ") : t("guides.none") },
          ]}
        />
      </Section>
      <Section title={t("balance.title")}>
        <PracticeBalance balance={balance} />
      </Section>
      <Section title={t("balance.approvals")}>
        <ApprovalsTable approvals={balance.approvals} />
      </Section>
    </>
  );
}
