import { pino } from "pino";
import { config } from "./config.server";

/** The program's log: JSON lines on standard output, without personal data. */
export const log = pino({ level: config().logLevel, base: undefined });
