import { seal, sealNullable } from "~/platform/crypto/index.server";
import { db, inTransaction } from "~/platform/db/index.server";
import { addDays, dayOf, dayToDate } from "~/platform/days";
import { geography, REGION, type Municipality, type Place } from "~/platform/geo/index.server";
import {
  codebookVersion,
  type GeoPrecision,
  type IncidentForm,
  type TimePrecision,
} from "~/incidents/codebook";
import { incidentNumber } from "~/incidents/rules/incident-number";
import { firstDayOf } from "~/incidents/rules/occurrence";
import { concernsOf } from "~/incidents/rules/routing";
import { incidentPlace } from "~/incidents/sealed-places";
import { weighted, type Weighted } from "./chance";
import { codesOf } from "./incident-codes";
import { codingRow, judgementsOf, type DemoIncidentRows } from "./incident-judgements";
import { endings, happenings, harms, helpWishes, placesInWords, streets } from "./incident-stories";
import type { DemoMember, DemoOrganisation, DemoWorld } from "./world";

const incidentCount = 300;
const days = 730;

/** Towns whose hall employs assistants: they report what happens there. */
const townOfHall: Partial<Record<DemoOrganisation, string>> = {
  townDecin: "Děčín",
  townMost: "Most",
  townChomutov: "Chomutov",
};

const timeWeights: Weighted<TimePrecision> = [
  ["MINUTE", 45],
  ["DAY", 40],
  ["WEEK", 10],
  ["MONTH", 5],
];
const geoWeights: Weighted<GeoPrecision> = [
  ["ADDRESS", 12],
  ["STREET", 28],
  ["PART", 15],
  ["MUNICIPALITY", 40],
  ["DISTRICT", 5],
];
/** More happens out of doors and in summer. */
const monthWeights = [0.7, 0.7, 0.85, 1, 1.15, 1.3, 1.35, 1.35, 1.2, 1, 0.85, 0.75];

/** Three hundred invented incidents over two years in real municipalities, most of them where most people live. */
export async function fillIncidents(world: DemoWorld): Promise<void> {
  const { municipalities } = await geography();
  const reporters = await trainedReporters(world);
  const dated = Array.from({ length: incidentCount }, () => datesOf(world)).sort(
    (a, b) => a.reportedAt.getTime() - b.reportedAt.getTime(),
  );
  const rows: DemoIncidentRows = { incidents: [], codings: [], verifications: [] };
  const sequences = new Map<number, number>();
  dated.forEach((dates, index) => {
    const year = Number(dayOf(dates.reportedAt).slice(0, 4));
    const sequence = (sequences.get(year) ?? 0) + 1;
    sequences.set(year, sequence);
    addIncident(world, rows, { ...dates, year, sequence, index, municipalities, reporters });
  });
  await inTransaction(async (tx) => {
    await tx.incident.createMany({ data: rows.incidents });
    await tx.incidentCoding.createMany({ data: rows.codings });
    await tx.incidentVerification.createMany({ data: rows.verifications });
  });
}

async function trainedReporters({ members }: DemoWorld): Promise<DemoMember[]> {
  const trained = await db().monitoringTraining.findMany({ select: { accountId: true } });
  const ids = new Set(trained.map(({ accountId }) => accountId));
  return [...members.mentor, ...members.crime_prevention_assistant].filter(({ accountId }) =>
    ids.has(accountId),
  );
}

interface Dates {
  day: string;
  reportedAt: Date;
}

function datesOf({ now, random, between }: DemoWorld): Dates {
  const today = dayOf(now);
  let day: string;
  do day = addDays(today, -between(1, days));
  while (random() * 1.4 > monthWeights[Number(day.slice(5, 7)) - 1]!);
  const delay = Math.floor(random() ** 3 * 30);
  const moment = dayToDate(addDays(day, delay + 1)).getTime() + between(6, 20) * 3_600_000;
  return { day, reportedAt: new Date(Math.min(moment, now.getTime() - between(5, 600) * 60_000)) };
}

interface Seed extends Dates {
  year: number;
  sequence: number;
  index: number;
  municipalities: readonly Municipality[];
  reporters: readonly DemoMember[];
}

function addIncident(world: DemoWorld, rows: DemoIncidentRows, seed: Seed): void {
  const { random, pick } = world;
  const { day, reportedAt, year, sequence, index } = seed;
  const id = world.uuid();
  const timePrecision = weighted(timeWeights, random);
  const codes = codesOf(world, index);
  const where = placeOf(world, seed);
  const reporter = reporterOf(world, seed, where.municipality);
  const street = pick(streets);
  const placeWords = pick(placesInWords[codes.placeKind]).replace("{street}", street);
  const injured = codes.forms.includes("PHYSICAL") ? random() < 0.7 : random() < 0.04 ? null : false;
  const helpNeeded = random() < (injured ? 0.5 : 0.15);
  const at = (column: Parameters<typeof incidentPlace>[0]) => incidentPlace(column, id);
  const { decisions, corrected } = judgementsOf(world, rows, { id, reportedAt, codes });
  rows.codings.push(codingRow(world, id, codes, reportedAt, reporter.accountId, null));
  rows.incidents.push({
    ...{ id, year, sequence, number: incidentNumber(year, sequence), reportedAt, createdAt: reportedAt },
    reportedById: reporter.accountId,
    reporterRole: reporter.role,
    reporterOrganisationId: reporter.organisationId,
    occurredOn: dayToDate(firstDayOf(day, timePrecision)),
    occurredMinute: timePrecision === "MINUTE" ? Math.floor(minuteOf(random) / 5) * 5 : null,
    timePrecision,
    municipalityCode: where.municipality?.code ?? null,
    municipalityName: where.name,
    districtCode: where.districtCode,
    regionCode: REGION.code,
    geoPrecision: where.precision,
    pointSealed: where.point && seal(JSON.stringify(where.point), at("pointSealed")),
    descriptionSealed: seal(storyOf(world, corrected.forms, placeWords), at("descriptionSealed")),
    placeNoteSealed: ["ADDRESS", "STREET", "PART"].includes(where.precision)
      ? seal(`${street}, ${placeWords}`, at("placeNoteSealed"))
      : null,
    victimSealed: sealNullable(injured || random() < 0.3 ? pick(harms) : null, at("victimSealed")),
    helpSealed: sealNullable(helpNeeded ? pick(helpWishes) : null, at("helpSealed")),
    ...corrected,
    codebookVersion,
    injured,
    helpNeeded,
    ...concernsOf(saidConcerns(world), codes.placeKind),
    verification: decisions.at(-1) ?? "UNVERIFIED",
    version: 1 + decisions.length + (corrected === codes ? 0 : 1),
  });
}

function storyOf({ pick }: DemoWorld, forms: readonly IncidentForm[], placeWords: string): string {
  const happened = forms.map((form) => pick(happenings[form])).join(" ");
  return `Stalo se to ${placeWords}. ${happened} ${pick(endings)}\n\n(Vymyšlená událost pro ukázku portálu.)`;
}

interface DemoPlace {
  municipality: Municipality | null;
  name: string | null;
  districtCode: string;
  precision: GeoPrecision;
  point: Place | null;
}

function placeOf({ random }: DemoWorld, { municipalities, index }: Seed): DemoPlace {
  const municipality = weighted(
    municipalities.map((one) => [one, Math.max(500, one.population)] as const),
    random,
  );
  const { districtCode } = municipality;
  // A few places the list of municipalities does not know.
  if (index % 97 === 50) {
    return {
      municipality: null,
      name: "Vymyšlená Lhota",
      districtCode,
      precision: "MUNICIPALITY",
      point: null,
    };
  }
  const precision = weighted(geoWeights, random);
  if (precision === "DISTRICT") {
    return { municipality: null, name: null, districtCode, precision, point: null };
  }
  const exact = precision === "ADDRESS" || precision === "STREET";
  const point = exact ? somewhereIn(municipality, random) : null;
  return { municipality, name: municipality.name, districtCode, precision, point };
}

/** A point not far from the middle; larger towns reach farther. */
function somewhereIn({ lat, lon, population }: Municipality, random: () => number): Place {
  const kilometres = Math.min(2.5, 0.3 + Math.sqrt(population) / 130);
  const away = Math.sqrt(random()) * kilometres;
  const angle = random() * 2 * Math.PI;
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    lat: round(lat + (away * Math.sin(angle)) / 111.2),
    lon: round(lon + (away * Math.cos(angle)) / (111.2 * Math.cos((lat * Math.PI) / 180))),
  };
}

function reporterOf(
  { random, pick, accounts, organisations }: DemoWorld,
  { reporters }: Seed,
  municipality: Municipality | null,
): DemoMember {
  const hall = Object.entries(townOfHall).find(([, town]) => town === municipality?.name)?.[0];
  const assistants = reporters.filter(
    ({ role, organisationId }) =>
      role === "crime_prevention_assistant" && organisationId === organisations[hall as DemoOrganisation],
  );
  if (assistants.length > 0 && random() < 0.45) return pick(assistants);
  const mentors = reporters.filter(({ role }) => role === "mentor");
  const first = mentors.find(({ accountId }) => accountId === accounts.mentor);
  return first && random() < 0.12 ? first : pick(mentors);
}

function saidConcerns({ random, organisations }: DemoWorld) {
  const chance = random();
  const hall = chance > 0.95 ? (random() < 0.5 ? organisations.townMost : organisations.townDecin) : null;
  return {
    concernsPolice: chance < 0.04,
    concernsOffice: hall !== null || (chance > 0.04 && chance < 0.05),
    concernsOrganisationId: hall,
  };
}

/** Mostly afternoons and evenings. */
function minuteOf(random: () => number): number {
  return Math.floor((0.3 + 0.7 * Math.max(random(), random())) * 1439);
}
