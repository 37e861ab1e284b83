/** What every domain may ask about the programme's numbers. Knows no other domain but people. */
export { programmeSettings, settingsTimeline } from "./operations/programme-settings.server";
