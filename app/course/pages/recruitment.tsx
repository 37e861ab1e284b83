import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { pageHandle } from "~/page";
import { badForm, readForm } from "~/platform/forms.server";
import { redirectWithToast } from "~/platform/toast.server";
import { Grid, PageHeader, Section, StatTile } from "~/ui";
import { moveOnWaitingList } from "../operations/recruitment/move-waiting.server";
import { offerPlace, withdrawOffer } from "../operations/recruitment/offer-place.server";
import { readRecruitment } from "../operations/recruitment/read-recruitment.server";
import { OffersTable } from "../parts/recruitment/offers-table";
import { TownTable } from "../parts/recruitment/town-table";
import { WaitingMoves } from "../parts/recruitment/waiting-moves";
import { WaitingTable } from "../parts/recruitment/waiting-table";
import { RunStateTag } from "../parts/state-tags";
import { recruitmentForm } from "../recruitment-schema";
import "../parts/course.css";

export const handle = pageHandle<PageData>({
  i18n: ["course", "recruitment"],
  title: ({ reading }) => reading.run.name,
  breadcrumbs: ({ reading: { run } }) => [
    { text: "course:runs.title", to: "/behy" },
    { text: run.name, to: `/behy/${run.id}` },
    { text: "recruitment:crumb" },
  ],
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = guarded("application:decide", async ({ actor, params }) => ({
  reading: await readRecruitment(actor, params.id ?? ""),
  moveId: crypto.randomUUID(),
}));

export const action = guarded("application:decide", async ({ actor, params, request, now }) => {
  const form = await readForm(request, recruitmentForm);
  if (!form.ok) return badForm(form.reply);
  const run = params.id ?? "";
  const input = { ...form.value, run };
  const done = (text: string) => redirectWithToast(`/behy/${run}/nabor`, { kind: "success", text });
  switch (input.intent) {
    case "offer":
      await offerPlace(actor, input, { now });
      return done("recruitment:toast.offered");
    case "withdrawOffer":
      await withdrawOffer(actor, input, { now });
      return done("recruitment:toast.offerWithdrawn");
    case "move":
      await moveOnWaitingList(actor, input, { now });
      return done("recruitment:toast.moved");
  }
});

export default function Recruitment() {
  const { reading, moveId } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { t } = useTranslation("recruitment");
  const { run, places, waiting, offers, moves, towns } = reading;
  return (
    <>
      <PageHeader
        title={t("title", { name: run.name })}
        status={<RunStateTag state={run.state} />}
        lead={t("lead")}
      />
      <Grid min="sm">
        <StatTile
          label={t("places.taken")}
          value={places.taken}
          hint={t("places.of", { places: places.places })}
        />
        <StatTile label={t("places.offered")} value={places.offered} />
        <StatTile label={t("places.free")} value={places.free} />
        <StatTile label={t("places.waiting")} value={waiting.length} />
      </Grid>
      <Section title={t("waiting.title")} lead={t("waiting.lead")}>
        <WaitingTable waiting={waiting} offerDays={run.settings.offerDays} moveId={moveId} form={form} />
      </Section>
      <Section title={t("offers.title")} lead={t("offers.lead")}>
        <OffersTable offers={offers} form={form} />
      </Section>
      <Section title={t("moves.title")}>
        <WaitingMoves moves={moves} />
      </Section>
      <Section title={t("towns.title")} lead={t("towns.lead")}>
        <TownTable towns={towns} />
      </Section>
    </>
  );
}
