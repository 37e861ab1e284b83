import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { EmptyState, PageHeader, Section, Stack } from "~/ui";
import { confirmPresence } from "../operations/guides/confirm-presence.server";
import { guideQueue } from "../operations/guides/guide-queue.server";
import { PresenceForm } from "../parts/guides/presence-form";
import { RefusedEntries } from "../parts/refused-entries";
import { presenceForm } from "../schema";

export const handle = pageHandle({ i18n: "practice", title: () => "practice:presence.title" });

export const loader = guarded("practice:confirm", async ({ actor }) => guideQueue(actor));

export const action = guarded("practice:confirm", async ({ actor, request, now }) => {
  const form = await readForm(request, presenceForm);
  if (!form.ok) return badForm(form.reply);
  const { intent, entry, reason = "" } = form.value;
  const verdict = intent === "present" ? ({ present: true } as const) : ({ present: false, reason } as const);
  const results = await confirmPresence(actor, entry, verdict, { now });
  const refused = results.flatMap(({ id, refusal }) => (refusal ? [{ id, refusal }] : []));
  const count = results.length - refused.length;
  if (refused.length > 0) return data({ form: undefined, refused, count });
  const text = intent === "present" ? "practice:presence.confirmed" : "practice:presence.denied";
  return redirectWithToast("/praxe/potvrzeni", { kind: "success", text, values: { count } });
});

/** A guide says of the entries that name him whether the trainee was there. */
export default function ConfirmPresence() {
  const { t } = useTranslation("practice");
  const { waiting, said } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const all = [...waiting, ...said].map(({ name, ...entry }) => ({ name, entries: [entry] }));
  return (
    <>
      <PageHeader title={t("presence.title")} lead={t("presence.lead")} />
      <Stack>
        {reply && "refused" in reply && (
          <RefusedEntries
            refused={reply.refused}
            done={t("presence.confirmed", { count: reply.count })}
            count={reply.count}
            trainees={all}
          />
        )}
        {waiting.length === 0 ? (
          <EmptyState title={t("presence.emptyTitle")} text={t("presence.emptyText")} />
        ) : (
          <PresenceForm id="presence" entries={waiting} form={reply?.form} />
        )}
      </Stack>
      {said.length > 0 && (
        <Section title={t("presence.said")} lead={t("presence.saidLead")}>
          <PresenceForm id="said" entries={said} form={reply?.form} />
        </Section>
      )}
    </>
  );
}
