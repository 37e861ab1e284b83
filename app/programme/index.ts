/** The programme's numbers as rules see them, safe in the browser. */
export {
  defaultProgrammeSettings,
  settingsOn,
  unconfirmedSettings,
  type ProgrammeSettings,
  type SettingName,
  type SettingsTimeline,
} from "./rules/programme-settings";
