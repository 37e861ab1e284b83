import { AsyncResource } from "node:async_hooks";
import type { Geography } from "./geography";
import { makeImportedGeography } from "./imported-geography";
import type { LayerStore } from "./layers";
import { makeSchematicGeography } from "./schematic-geography.server";

/** Another process may import; this is how soon the change is noticed. */
const LOOK_AGAIN_MS = 60_000;

export interface GeographySource {
  /** The present geography: from memory except for the first call. */
  get(): Promise<Geography>;
  /** Makes the next call look into the store. */
  forget(): void;
}

/**
 * Keeps one geography in memory and looks once a minute, behind the caller's back, whether the
 * stored layers have changed. A failed look keeps what there is.
 */
export function makeGeographySource(
  store: Pick<LayerStore, "fingerprint" | "read">,
  { milliseconds, failed }: { milliseconds: () => number; failed: (error: unknown) => void },
): GeographySource {
  // A caller inside a transaction must not lend its context to a query that outlives the transaction.
  const outside = new AsyncResource("geography");
  let current: { geography: Geography; fingerprint: string } | undefined;
  let loading: Promise<Geography> | undefined;
  let lookedAt = 0;

  const load = async (): Promise<Geography> => {
    const fingerprint = await store.fingerprint();
    if (current?.fingerprint !== fingerprint) {
      const layers = await store.read();
      const geography =
        layers.length > 0 ? makeImportedGeography(layers, fingerprint) : await makeSchematicGeography();
      current = { geography, fingerprint };
    }
    return current.geography;
  };
  const loadOnce = () =>
    (loading ??= load().finally(() => {
      loading = undefined;
    }));

  return {
    async get() {
      if (!current) {
        lookedAt = milliseconds();
        return loadOnce();
      }
      if (milliseconds() - lookedAt >= LOOK_AGAIN_MS) {
        lookedAt = milliseconds();
        outside.runInAsyncScope(() => loadOnce().catch(failed));
      }
      return current.geography;
    },
    forget() {
      current = undefined;
      // A load that is under way may still bring what was there before.
      lookedAt = -Infinity;
    },
  };
}
