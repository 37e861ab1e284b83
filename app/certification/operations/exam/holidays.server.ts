import { createRequire } from "node:module";
import type HolidayTable from "date-holidays";
import type { IsHoliday } from "../../rules/exam/working-days";

let calendar: HolidayTable | undefined;
const years = new Map<number, Set<string>>();

/** Czech public holidays (zákon č. 245/2000 Sb.), by the table of the date-holidays library. */
export const isCzechHoliday: IsHoliday = (day) => {
  const year = Number(day.slice(0, 4));
  let days = years.get(year);
  if (!days) {
    calendar ??= openCalendar();
    const all = calendar.getHolidays(year).filter(({ type }) => type === "public");
    days = new Set(all.map(({ date }) => date.slice(0, 10)));
    years.set(year, days);
  }
  return days.has(day);
};

/** Read when the first absence asks: the table holds the whole world, and every start would wait for it. */
function openCalendar(): HolidayTable {
  const Holidays = createRequire(import.meta.url)("date-holidays") as typeof HolidayTable;
  return new Holidays("CZ");
}
