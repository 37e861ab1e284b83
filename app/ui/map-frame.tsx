import { useId } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useHydrated } from "./hydrated";
import { BridgeMark } from "./logo";

export interface MapFrameProps {
  title: string;
  titleHidden?: boolean;
  /** The map itself, lazily loaded; undefined while it is not here yet. */
  children?: ReactNode;
  legend?: ReactNode;
  /** The same data as a list; it stands beside the map and is all there is without JavaScript. */
  list?: ReactNode;
  /** Under the map: attribution, "schematické hranice". */
  note?: ReactNode;
  height?: "md" | "lg";
}

/** Frame, loading state, legend and list around a map. */
export function MapFrame({ title, titleHidden, children, legend, list, note, height = "md" }: MapFrameProps) {
  const { t } = useTranslation("ui");
  const hydrated = useHydrated();
  const titleId = useId();
  return (
    <section className="map-frame" aria-labelledby={titleId}>
      <h2 id={titleId} className={titleHidden ? "visually-hidden" : "section-title"}>
        {title}
      </h2>
      <div className={list ? "map-split" : undefined}>
        <div>
          <div className={`map-canvas map-canvas-${height}`}>
            {hydrated && children ? (
              children
            ) : (
              <MapPlaceholder text={hydrated ? t("map.loading") : t("map.noScript")} />
            )}
          </div>
          {note && <p className="map-note">{note}</p>}
          {legend && (
            <div className="map-legend">
              <p className="map-legend-title">{t("map.legend")}</p>
              {legend}
            </div>
          )}
        </div>
        {list && (
          <div className="map-list">
            <h3 className="map-list-title">{t("map.list")}</h3>
            {list}
          </div>
        )}
      </div>
    </section>
  );
}

/** What fills the frame until the map is here; also the `fallback` of a Suspense around it. */
export function MapPlaceholder({ text }: { text?: string }) {
  const { t } = useTranslation("ui");
  return (
    <div className="map-placeholder">
      <BridgeMark />
      <p>{text ?? t("map.loading")}</p>
    </div>
  );
}
