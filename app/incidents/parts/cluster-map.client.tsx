import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMap } from "react-leaflet";
import { TILE_MAX_ZOOM } from "~/platform/geo/region";
import { formatNumber, useLanguage } from "~/ui";
import type { ClusterItem, PointItem } from "../rules/map-answer";
import { BaseMap, leafletBounds } from "./base-map.client";
import { useIncidentWords } from "./incident-words";
import { sentence, useLabels } from "./labels";
import { MapMarker } from "./map-marker.client";
import type { Mark } from "./town-names.client";
import { useMapData } from "./use-map-data";
import { VerificationTag } from "./verification-tag";

export interface ClusterMapProps {
  label: string;
  /** Filters of the page's address, without `?`. */
  query: string;
}

/** Incidents on the map, joined where they are near each other. */
export function ClusterMap({ label, query }: ClusterMapProps) {
  const [marks, setMarks] = useState<Mark[]>([]);
  return (
    <BaseMap label={label} marks={marks}>
      <Incidents query={query} onMarks={setMarks} />
    </BaseMap>
  );
}

function Incidents({ query, onMarks }: { query: string; onMarks: (marks: Mark[]) => void }) {
  const { t } = useTranslation("incidents");
  const { answer, failed, retry } = useMapData(useMap(), query);
  useEffect(() => {
    if (answer) onMarks(answer.items.map(({ lat, lon, ...item }) => ({ lat, lon, size: sizeOf(item) })));
  }, [answer, onMarks]);
  return (
    <>
      {answer?.items.map((item) =>
        item.kind === "cluster" ? (
          <ClusterMark key={item.key} cluster={item} query={query} />
        ) : (
          <IncidentMark key={item.key} incident={item} />
        ),
      )}
      <div className="map-status" role="status">
        {failed ? (
          <>
            {t("map.failed")}
            <button type="button" className="btn btn-secondary btn-sm" onClick={retry}>
              {t("map.retry")}
            </button>
          </>
        ) : answer ? (
          answer.total === 0 ? (
            t("map.empty")
          ) : (
            t("map.shown", { count: answer.total })
          )
        ) : null}
      </div>
    </>
  );
}

function ClusterMark({ cluster, query }: { cluster: ClusterItem; query: string }) {
  const { t } = useTranslation("incidents");
  const language = useLanguage();
  const words = useIncidentWords();
  const map = useMap();
  const { count, samePlace, bounds, municipality, districtCode } = cluster;
  const sizeName = count >= 50 ? "lg" : count >= 10 ? "md" : "sm";
  const look = {
    at: cluster,
    className: `map-cluster map-cluster-${sizeName}`,
    size: sizeOf(cluster),
    text: formatNumber(count, language),
  };
  if (!samePlace) {
    const zoomIn = () => {
      map.fitBounds(leafletBounds(bounds), { padding: [48, 48], maxZoom: TILE_MAX_ZOOM });
      map.getContainer().focus({ preventScroll: true });
    };
    return <MapMarker {...look} label={t("map.clusterZoom", { count })} onPress={zoomIn} />;
  }
  const place = districtCode
    ? words.where({ municipality: municipality?.name ?? null, districtCode })
    : t("map.onePlace");
  return (
    <MapMarker
      {...look}
      label={t("map.clusterOpen", { count, place })}
      popup={(close) => (
        <>
          <p className="map-popup-title">{sentence(place)}</p>
          <p>{t("map.cluster", { count })}</p>
          <p className="map-popup-actions">
            <Link to={listAddress(query, cluster)}>{t("map.openList")}</Link>
            <button type="button" onClick={close}>
              {t("map.close")}
            </button>
          </p>
        </>
      )}
    />
  );
}

/** Pixels of a mark. */
function sizeOf(item: Pick<ClusterItem, "kind" | "count"> | Pick<PointItem, "kind" | "exact">): number {
  if (item.kind === "point") return item.exact ? 30 : 26;
  return item.count >= 50 ? 56 : item.count >= 10 ? 46 : 38;
}

/** The list of what the cluster joins. */
function listAddress(query: string, { municipality, districtCode }: ClusterItem): string {
  const parameters = new URLSearchParams(query);
  if (municipality) parameters.set("obec", municipality.code);
  else if (districtCode) parameters.set("okres", districtCode);
  return `/incidenty?${parameters}`;
}

function IncidentMark({ incident }: { incident: PointItem }) {
  const { t } = useTranslation("incidents");
  const labels = useLabels();
  const words = useIncidentWords();
  const place = words.where(incident);
  return (
    <MapMarker
      at={incident}
      label={t("map.openIncident", { number: incident.number, place })}
      className={incident.exact ? "map-pin" : "map-pin map-pin-coarse"}
      size={sizeOf(incident)}
      pointed={incident.exact}
      popup={(close) => (
        <>
          <p className="map-popup-title">{incident.number}</p>
          <p>
            {sentence(place)}, {words.when(incident)}
          </p>
          <p>{sentence(incident.forms.map(labels.form).join(", "))}</p>
          <p>{sentence(incident.motivations.map(labels.motivation).join(", "))}</p>
          <p>
            <VerificationTag verification={incident.verification} />
          </p>
          <p className="map-popup-actions">
            <Link to={`/incidenty/${incident.id}`}>{t("map.openRecord")}</Link>
            <button type="button" onClick={close}>
              {t("map.close")}
            </button>
          </p>
        </>
      )}
    />
  );
}
