import { divIcon, type LeafletKeyboardEvent, type Marker as LeafletMarker } from "leaflet";
import { useEffect, useMemo, useRef } from "react";
import type { ReactNode } from "react";
import { Marker, Popup } from "react-leaflet";
import type { Place } from "~/platform/geo/types";

interface MapMarkerProps {
  at: Place;
  /** What the mark is and what pressing it does, for screen readers. */
  label: string;
  className: string;
  /** Pixels. */
  size: number;
  /** The place lies at its lower left corner, not in its middle. */
  pointed?: boolean;
  /** Drawn inside: a number. */
  text?: string;
  onPress?: () => void;
  /** What opens when it is pressed. */
  popup?: (close: () => void) => ReactNode;
}

/** A mark that works like a button: by mouse, touch, Enter and the space bar. */
export function MapMarker({
  at,
  label,
  className,
  size,
  pointed = false,
  text = "",
  onPress,
  popup,
}: MapMarkerProps) {
  const marker = useRef<LeafletMarker>(null);
  const icon = useMemo(
    () =>
      divIcon({
        className,
        html: text,
        iconSize: [size, size],
        iconAnchor: pointed ? [1, size - 1] : [size / 2, size / 2],
        popupAnchor: pointed ? [size / 2 - 1, 1 - size] : [0, -size / 2],
      }),
    [className, size, text, pointed],
  );
  useEffect(() => {
    marker.current?.getElement()?.setAttribute("aria-label", label);
  }, [label, icon]);

  const press = () => (popup ? marker.current?.openPopup() : onPress?.());
  const handlers = {
    // With a popup Leaflet answers a click by itself.
    click: () => (popup ? undefined : onPress?.()),
    keydown: ({ originalEvent }: LeafletKeyboardEvent) => {
      if (originalEvent.key !== "Enter" && originalEvent.key !== " ") return;
      originalEvent.preventDefault();
      press();
    },
    popupclose: () => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost) marker.current?.getElement()?.focus();
    },
  };
  const close = () => {
    marker.current?.closePopup();
    marker.current?.getElement()?.focus();
  };
  return (
    <Marker
      ref={marker}
      position={[at.lat, at.lon]}
      icon={icon}
      eventHandlers={handlers}
      // The smaller mark lies over the larger one, or it could not be pressed.
      zIndexOffset={-10 * size}
    >
      {popup && (
        <Popup closeButton={false} autoPanPadding={[16, 16]}>
          <PopupWords>{popup(close)}</PopupWords>
        </Popup>
      )}
    </Marker>
  );
}

/** Takes the focus when it opens, so that the keyboard goes on inside. */
function PopupWords({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("a, button")?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={box} className="map-popup">
      {children}
    </div>
  );
}
