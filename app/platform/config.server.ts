import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { StartError } from "./start-error";

/**
 * Configuration: read from the environment once, checked, and never read again elsewhere.
 * Every key is described for operators in `.env.example`.
 */

const emptyIsMissing = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(emptyIsMissing, type.optional());

const environment = z.object({
  PORTAL_MODE: z.preprocess(emptyIsMissing, z.enum(["production", "demo", "test"]).default("production")),
  PORT: z.preprocess(emptyIsMissing, z.coerce.number().int().min(1).max(65535).default(3000)),
  HOST: z.preprocess(emptyIsMissing, z.string().default("127.0.0.1")),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  DATA_DIR: z.preprocess(emptyIsMissing, z.string().default("data")),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://"),
  ),
  PORTAL_KEYS: optional(z.string()),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")),
  MAIL_FROM: z.preprocess(emptyIsMissing, z.string().default("Portál Mentor <portal@localhost>")),
  WORKER: z.preprocess(emptyIsMissing, z.enum(["on", "off"]).default("on")),
  TRUST_PROXY: z.preprocess(emptyIsMissing, z.string().default("false")),
  LOG_LEVEL: z.preprocess(
    emptyIsMissing,
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ),
  MAP_TILES_URL: z.preprocess(
    (value) => (value === undefined ? "https://tile.openstreetmap.org/{z}/{x}/{y}.png" : value),
    z.union([
      z.enum(["", "off"]),
      z
        .string()
        .regex(/^https?:\/\/.*\{z\}.*\{x\}.*\{y\}/, "must be an http(s) address with {z}, {x} and {y}"),
    ]),
  ),
  CLOCK_FILE: optional(z.string()),
});

export type PortalMode = "production" | "demo" | "test";

export interface PortalConfig {
  mode: PortalMode;
  port: number;
  host: string;
  /** Address people use, without a trailing slash. */
  publicUrl: string;
  /** Absolute folder for the embedded database, keys, outbox and tile cache. */
  dataDir: string;
  databaseUrl: string | null;
  portalKeys: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  worker: boolean;
  /** Value for Express' `trust proxy`: false, a number of hops, or a list of addresses. */
  trustProxy: boolean | number | string;
  logLevel: string;
  mapTilesUrl: string | null;
  /** Test mode only: a file holding the moment to take for now. */
  clockFile: string | null;
}

/**
 * Checks an environment.
 * @throws StartError naming each wrong key and what it must be
 */
export function readConfig(env: Record<string, string | undefined>): PortalConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new StartError(`Invalid configuration: ${reasons.join("; ")}`);
  }
  const value = parsed.data;
  if (value.CLOCK_FILE && value.PORTAL_MODE !== "test") {
    throw new StartError("Invalid configuration: CLOCK_FILE is allowed only with PORTAL_MODE=test");
  }
  return {
    mode: value.PORTAL_MODE,
    port: value.PORT,
    host: value.HOST,
    publicUrl: (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/$/, ""),
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    portalKeys: value.PORTAL_KEYS ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
    worker: value.WORKER === "on",
    trustProxy: parseTrustProxy(value.TRUST_PROXY),
    logLevel: value.LOG_LEVEL,
    mapTilesUrl: value.MAP_TILES_URL === "" || value.MAP_TILES_URL === "off" ? null : value.MAP_TILES_URL,
    clockFile: value.CLOCK_FILE ?? null,
  };
}

function parseTrustProxy(text: string): boolean | number | string {
  if (text === "true" || text === "false") return text === "true";
  return /^\d+$/.test(text) ? Number(text) : text;
}

let current: PortalConfig | undefined;

/** The checked configuration of this process. */
export function config(): PortalConfig {
  current ??= readConfig({ ...dotEnv(), ...process.env });
  return current;
}

/** Replaces the configuration, for tests that need another one. */
export function putConfig(replacement: PortalConfig | undefined): void {
  current = replacement;
}

/** Values of a `.env` file beside the program; what the environment says itself has the last word. */
function dotEnv(): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(".env", "utf8");
  } catch {
    return {};
  }
  const pairs = text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line);
    return match ? [[match[1]!, match[2]!.replace(/^(["'])(.*)\1$/, "$2")] as const] : [];
  });
  return Object.fromEntries(pairs);
}
