import type { TileAddress } from "./tile-grid";
import { imageType } from "./tile-image";

/** Asking the tile server: gently, and never for long. */

export type UpstreamTile =
  | { kind: "tile"; body: Uint8Array; contentType: string }
  /** The server works and has no such tile. */
  | { kind: "missing" }
  /** The server cannot be asked now. */
  | { kind: "unavailable" };

export interface TileServer {
  fetch(address: TileAddress): Promise<UpstreamTile>;
  /** False from a failure until the pause after it is over. */
  mayAnswer(): boolean;
}

export interface TileServerOptions {
  /** Names this program and a way to reach its operator, as tile servers ask for. */
  userAgent: string;
  milliseconds: () => number;
  failed: (reason: string) => void;
  timeoutMs?: number;
  /** Requests at once. */
  concurrent?: number;
  /** Requests that may wait for their turn; more are refused at once. */
  waiting?: number;
  /** Silence after a failure. */
  pauseMs?: number;
  /** A larger answer is not a tile. */
  maxBytes?: number;
}

/**
 * A tile server behind a circuit breaker. After any failure it is left alone for a minute; then, as
 * at the very beginning, one request goes first and the others wait for what becomes of it.
 *
 * Only the three whole numbers of an address reach the template, and no redirect is followed, so a
 * request cannot be led to another host.
 */
export function makeTileServer(template: string, options: TileServerOptions): TileServer {
  const { milliseconds, failed, pauseMs = 60_000, concurrent = 2, waiting = 60 } = options;
  let pausedUntil = -Infinity;
  let proven = false;
  let probe: Promise<UpstreamTile> | undefined;
  let running = 0;
  const queue: (() => void)[] = [];
  const paused = () => milliseconds() < pausedUntil;

  const ask = async (address: TileAddress): Promise<UpstreamTile> => {
    try {
      const answer = await request(addressOf(template, address), options);
      // An answer asked for before a failure says nothing about the time after it.
      if (!paused()) proven = true;
      return answer;
    } catch (error) {
      proven = false;
      pausedUntil = milliseconds() + pauseMs;
      failed(reasonOf(error));
      return { kind: "unavailable" };
    }
  };

  const askInTurn = async (address: TileAddress): Promise<UpstreamTile> => {
    if (running >= concurrent) {
      if (queue.length >= waiting) return { kind: "unavailable" };
      await new Promise<void>((resume) => queue.push(resume));
    } else {
      running += 1;
    }
    try {
      return proven && !paused() ? await ask(address) : { kind: "unavailable" };
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };

  return {
    mayAnswer: () => !paused(),
    async fetch(address) {
      if (paused()) return { kind: "unavailable" };
      if (!proven) {
        if (!probe) {
          probe = ask(address).finally(() => {
            probe = undefined;
          });
          return probe;
        }
        await probe;
      }
      return askInTurn(address);
    },
  };
}

function addressOf(template: string, { z, x, y }: TileAddress): string {
  const numbers: Record<string, number> = { z, x, y };
  return template.replace(/\{([zxy])\}/g, (_, name: string) => String(numbers[name]));
}

async function request(
  url: string,
  { userAgent, timeoutMs = 5000, maxBytes = 1024 * 1024 }: TileServerOptions,
): Promise<UpstreamTile> {
  const response = await fetch(url, {
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
    headers: { "user-agent": userAgent, accept: "image/png, image/webp, image/jpeg" },
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    if ([204, 404, 410].includes(response.status)) return { kind: "missing" };
    throw new Error(`status ${response.status}`);
  }
  const body = await readBody(response, maxBytes);
  const contentType = imageType(body);
  if (!contentType) throw new Error("the answer is not a picture");
  return { kind: "tile", body, contentType };
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(chunks);
    size += part.value.length;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new Error(`the answer has more than ${maxBytes} bytes`);
    }
    chunks.push(part.value);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
