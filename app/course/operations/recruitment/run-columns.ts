import { dayToDate } from "~/platform/days";
import type { RunBasics } from "../../recruitment-schema";

/** The columns a run's form fills. */
export function columnsOf(input: RunBasics) {
  return {
    name: input.name,
    town: input.town,
    otherTowns: input.otherTowns,
    regionCode: input.region,
    startsOn: dayToDate(input.startsOn),
    endsOn: dayToDate(input.endsOn),
    places: input.places,
    graduateGoal: input.goal,
    organisationId: input.organisation ?? null,
    accreditationNumber: input.accreditationNumber ?? null,
    accreditationValidUntil: input.accreditationValidUntil ? dayToDate(input.accreditationValidUntil) : null,
  };
}
