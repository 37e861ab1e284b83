import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Card, Columns, DescriptionList, PageHeader, Time } from "~/ui";
import { grantExemption, revokeExemption } from "../operations/supervision/exemptions.server";
import { readDuty } from "../operations/supervision/read-duty.server";
import { DutyTag } from "../parts/supervision/duty-tag";
import { DutyGaps, DutyLeft } from "../parts/supervision/duty-words";
import { ExemptionsSection } from "../parts/supervision/exemptions-section";
import { exemptionForm } from "../supervision-schema";

export const handle = pageHandle<PageData>({
  i18n: "supervision",
  title: ({ reading }) => reading.person.name,
  breadcrumbs: ({ reading }) => [
    { text: "supervision:title", to: "/supervize" },
    { text: "supervision:duty.title", to: "/supervize/povinnost" },
    { text: reading.person.name },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded(
  ["supervision:oversee", "supervision:record"],
  async ({ actor, params, now }) => ({
    id: randomUUID(),
    reading: await readDuty(actor, params.person, now),
  }),
);

export const action = guarded("supervision:oversee", async ({ actor, params, request, now }) => {
  const form = await readForm(request, exemptionForm);
  if (!form.ok) return badForm(form.reply);
  const person = params.person ?? "";
  const done = (text: string) =>
    redirectWithToast(`/supervize/povinnost/${person}`, { kind: "success", text });
  if (form.value.intent === "revoke") {
    await revokeExemption(actor, person, form.value.exemption, { now });
    return done("supervision:exemption.revokedSaved");
  }
  await grantExemption(actor, person, form.value, { now });
  return done("supervision:exemption.saved");
});

/** One person's duty of supervision: deadlines, gaps, and the days a coordinator freed them of it. */
export default function SupervisionPerson() {
  const { t } = useTranslation("supervision");
  const { id, reading } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { person } = reading;
  const { clock, kind } = person;
  return (
    <>
      <PageHeader
        eyebrow={`${t(`person.${kind}`)}, ${person.runName ?? person.code ?? ""}`}
        title={person.name}
        status={<DutyTag state={clock.state} />}
      />
      <Columns
        main={<ExemptionsSection reading={reading} id={id} form={form} />}
        side={
          <Card title={t("duty.title")} level={2} icon="supervision">
            <DescriptionList
              columns={2}
              items={[
                {
                  label: t("duty.next"),
                  value: clock.dueOn ? (
                    <>
                      <Time value={clock.dueOn} /> <DutyLeft days={person.daysLeft} />
                    </>
                  ) : (
                    t("duty.nextNone")
                  ),
                },
                {
                  label: t("duty.last"),
                  value: clock.lastOn ? <Time value={clock.lastOn} /> : t("duty.never"),
                },
                { label: t("duty.gaps"), value: <DutyGaps gaps={clock.gaps} /> },
              ]}
            />
            {kind === "trainee" && <p className="text-muted">{t("duty.rule")}</p>}
          </Card>
        }
      />
    </>
  );
}
