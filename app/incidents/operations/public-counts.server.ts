import { db } from "~/platform/db/index.server";
import { dayOf } from "~/platform/days";
import { aggregateWithMinimum, geography } from "~/platform/geo/index.server";
import { publicEdge } from "../rules/public-edge";
import { publicMinimum, publishedCounts } from "../rules/public-counts";
import { incidentsRevision } from "./incidents-revision.server";
import { makeRevisionMemory } from "./revision-memory.server";

/** What anybody may know about incidents. */
export interface PublicCounts {
  /** Last day counted, `YYYY-MM-DD`. */
  until: string;
  minimum: number;
  /** The most first. */
  municipalities: PublicMunicipality[];
  /** The map's boundaries are not real ones. */
  schematic: boolean;
}

export interface PublicMunicipality {
  code: string;
  name: string;
  district: string;
  lat: number;
  lon: number;
  count: number;
}

const memory = makeRevisionMemory<PublicCounts>(4);

/**
 * Counts per municipality that may be shown to anybody: one breakdown only, without totals, over everything
 * reported until the edge. See the rules `publicEdge` and `publishedCounts` for what they give away: nothing
 * about fewer than five incidents, not even to those who keep every page.
 */
export async function readPublicCounts({ now }: { now: Date }): Promise<PublicCounts> {
  const until = publicEdge(dayOf(now));
  const [revision, known] = await Promise.all([incidentsRevision(), geography()]);
  return memory.get(until, `${revision}/${known.version}`, async () => {
    const rows = await db().incident.findMany({
      where: { NOT: { municipalityCode: null } },
      select: {
        municipalityCode: true,
        reportedAt: true,
        verifications: { select: { verification: true, decidedAt: true } },
      },
    });
    const facts = rows.map(({ municipalityCode, reportedAt, verifications }) => ({
      key: municipalityCode ?? "",
      reportedOn: dayOf(reportedAt),
      decisions: verifications.map(({ verification, decidedAt }) => ({
        decidedOn: dayOf(decidedAt),
        rejected: verification === "REJECTED",
      })),
    }));
    const published = aggregateWithMinimum(publishedCounts(facts, until), publicMinimum);
    const municipalities = published.cells.flatMap(({ key, count }) => {
      const place = known.municipalityByCode(key);
      if (!place) return [];
      const { code, name, districtName: district, lat, lon } = place;
      return [{ code, name, district, lat, lon, count }];
    });
    return {
      schematic: known.schematic,
      until,
      minimum: publicMinimum,
      municipalities: municipalities.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "cs")),
    };
  });
}
