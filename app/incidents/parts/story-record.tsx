import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Place } from "~/platform/geo/types";
import { MapFrame, MapPlaceholder, Section, Stack } from "~/ui";
import { PlaceMap } from "./lazy-maps";

export interface StoryRecordProps {
  text: string;
  placeNote: string | null;
  harm: string | null;
  help: string | null;
  point: Place | null;
}

/** What was told in words, and the exact place; only for those who may read it. */
export function StoryRecord({ text, placeNote, harm, help, point }: StoryRecordProps) {
  const { t } = useTranslation("incidents");
  return (
    <Section title={t("detail.story")}>
      <Stack>
        <Told title={t("detail.storyText")} text={text} />
        {placeNote && <Told title={t("detail.placeNote")} text={placeNote} />}
        {harm && <Told title={t("detail.harm")} text={harm} />}
        {help && <Told title={t("detail.helpNote")} text={help} />}
        {point && (
          <MapFrame
            title={t("detail.mapTitle")}
            note={`${t("detail.point")}: ${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`}
          >
            <Suspense fallback={<MapPlaceholder />}>
              <PlaceMap label={t("detail.mapTitle")} place={point} />
            </Suspense>
          </MapFrame>
        )}
      </Stack>
    </Section>
  );
}

function Told({ title, text }: { title: string; text: string }) {
  return (
    <div className="max-w-3xl">
      <h3 className="text-base font-semibold">{title}</h3>
      <p className="whitespace-pre-line break-words">{text}</p>
    </div>
  );
}
