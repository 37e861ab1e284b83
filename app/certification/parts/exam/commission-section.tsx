import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import { DataTable, Section, Stack, StatusTag, Time } from "~/ui";
import type { ExamDayView, ExamMemberView } from "../../operations/exam/exam-day-view";
import { DeclarationForm } from "./declaration-form";

/** The three members: who chairs, who declared, who signed, and – for the chair – who has not voted yet. */
export function CommissionSection({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  const { members, state, you } = day;
  const when = (at: string | null, none: string) =>
    at ? <Time value={at} /> : <StatusTag tone="warning">{none}</StatusTag>;
  return (
    <Section title={t("commission.title")} lead={t("commission.lead")}>
      <Stack>
        <DataTable
          caption={t("commission.title")}
          captionHidden
          rows={members}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: t("commission.name"),
              cell: ({ name, own }) => (own ? t("commission.you", { name }) : name),
              phone: "title",
            },
            {
              key: "seat",
              header: t("commission.seat"),
              cell: ({ chair }) => t(chair ? "member.chair" : "member.member"),
            },
            {
              key: "declared",
              header: t("commission.declared"),
              cell: ({ declaredAt }) => when(declaredAt, t("commission.notYet")),
            },
            ...(members.some(({ missing }) => missing !== null)
              ? [
                  {
                    key: "missing",
                    header: t("commission.missing"),
                    cell: ({ missing }: ExamMemberView) => missing ?? 0,
                    numeric: true,
                  },
                ]
              : []),
            ...(state === "closed" || state === "locked"
              ? [
                  {
                    key: "signed",
                    header: t("commission.signed"),
                    cell: ({ signedAt }: ExamMemberView) => when(signedAt, t("commission.notYet")),
                  },
                ]
              : []),
          ]}
        />
        {you.member && state === "planned" && !you.declared && <DeclarationForm day={day} form={form} />}
      </Stack>
    </Section>
  );
}
