import Holidays from "date-holidays";
import type { IsHoliday } from "../../rules/exam/working-days";

let calendar: Holidays | undefined;
const years = new Map<number, Set<string>>();

/** Czech public holidays (zákon č. 245/2000 Sb.), by the table of the date-holidays library. */
export const isCzechHoliday: IsHoliday = (day) => {
  const year = Number(day.slice(0, 4));
  let days = years.get(year);
  if (!days) {
    calendar ??= new Holidays("CZ");
    const all = calendar.getHolidays(year).filter(({ type }) => type === "public");
    days = new Set(all.map(({ date }) => date.slice(0, 10)));
    years.set(year, days);
  }
  return days.has(day);
};
