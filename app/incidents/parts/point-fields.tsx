import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Place } from "~/platform/geo/types";
import { FieldRow, type FormState, Icon, MapPlaceholder, TextField, useHydrated } from "~/ui";
import { PlacePicker } from "./lazy-maps";

/**
 * A point of the map as two numbers anybody can type; with scripts a small map beside them fills them in. The
 * map is fetched only when the section is opened.
 */
export function PointFields({ near, state }: { near: Place | null; state: FormState | undefined }) {
  const { t } = useTranslation("incidents");
  const hydrated = useHydrated();
  const fields = useRef<HTMLDivElement>(null);
  const sent = pointOf(single(state?.values?.lat), single(state?.values?.lon));
  const [point, setPoint] = useState<Place | null>(sent);
  const refused = Boolean(state?.errors?.lat ?? state?.errors?.lon);
  const [opened, setOpened] = useState(sent !== null);
  const open = opened || refused;

  function write(place: Place | null) {
    setPoint(place);
    setField(fields.current, "lat", place?.lat);
    setField(fields.current, "lon", place?.lon);
  }

  function readTyped() {
    setPoint(pointOf(fieldOf(fields.current, "lat")?.value, fieldOf(fields.current, "lon")?.value));
  }

  return (
    <details
      className="disclosure"
      open={open || undefined}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary className="disclosure-summary">
        <Icon name="chevronRight" size="sm" className="disclosure-mark" />
        {t("report.where.point")}
      </summary>
      <div className="disclosure-panel grid gap-4">
        <p className="field-hint">{t("report.where.pointHint")}</p>
        {hydrated && open && (
          <Suspense
            fallback={
              <div className="map-canvas map-canvas-md">
                <MapPlaceholder />
              </div>
            }
          >
            <PlacePicker point={point} near={near} onPick={write} />
          </Suspense>
        )}
        <div ref={fields} onChange={readTyped}>
          <FieldRow>
            <TextField name="lat" label={t("report.where.lat")} inputMode="decimal" width="short" optional />
            <TextField name="lon" label={t("report.where.lon")} inputMode="decimal" width="short" optional />
          </FieldRow>
        </div>
      </div>
    </details>
  );
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

function pointOf(lat: string | undefined, lon: string | undefined): Place | null {
  if (!lat?.trim() || !lon?.trim()) return null;
  const place = { lat: Number(lat.replace(",", ".")), lon: Number(lon.replace(",", ".")) };
  return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : null;
}

function fieldOf(box: HTMLElement | null, name: string): HTMLInputElement | null {
  return box?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? null;
}

function setField(box: HTMLElement | null, name: string, degrees: number | undefined) {
  const field = fieldOf(box, name);
  if (field) field.value = degrees === undefined ? "" : degrees.toFixed(5);
}
