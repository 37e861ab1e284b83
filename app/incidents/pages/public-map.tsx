import { useLoaderData } from "@remix-run/react";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { pageHandle } from "~/page";
import { formatLongDay, LinkButton, MapFrame, MapPlaceholder, Notice, PageHeader, useLanguage } from "~/ui";
import { readPublicCounts } from "../operations/public-counts.server";
import { CountsMap } from "../parts/lazy-maps";
import { PublicCountsTable } from "../parts/public-counts-table";
import { PublicExplanation } from "../parts/public-explanation";

export const handle = pageHandle({
  i18n: "incidents",
  title: () => "incidents:publicMap.title",
  breadcrumbs: () => [{ text: "incidents:publicMap.title" }],
  wide: true,
});

export const loader = open(async ({ now }) => readPublicCounts({ now }));

export default function PublicMapPage() {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  const { until, minimum, municipalities, schematic } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("publicMap.title")} lead={t("publicMap.lead")} />
      <MapFrame
        title={t("publicMap.mapTitle")}
        titleHidden
        note={[
          t("publicMap.until", { day: formatLongDay(until, language) }),
          schematic ? t("map.schematic") : "",
        ].join(" ")}
        list={<PublicCountsTable municipalities={municipalities} minimum={minimum} />}
      >
        <Suspense fallback={<MapPlaceholder />}>
          <CountsMap label={t("publicMap.mapLabel")} places={municipalities} />
        </Suspense>
      </MapFrame>
      <PublicExplanation minimum={minimum} />
      <Notice
        title={t("publicMap.helpTitle")}
        action={
          <LinkButton to="/stranky/pomoc-obetem" variant="secondary">
            {t("publicMap.help")}
          </LinkButton>
        }
      >
        {t("publicMap.helpText")}
      </Notice>
    </>
  );
}
