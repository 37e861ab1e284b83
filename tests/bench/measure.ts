import autocannon from "autocannon";

export interface Measured {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
}

/** A line of the bench's table. */
export interface BenchRow extends Measured {
  page: string;
  /** Requests per second as a share of the floor measured just before. */
  ofFloor: number;
  scriptKilobytes: number | null;
}

/**
 * Ten connections for some seconds. autocannon's own summary has no 95th percentile, so the times of all answers
 * are kept.
 */
export async function measure(url: string, cookie: string | undefined, seconds: number): Promise<Measured> {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const headers = cookie ? { cookie } : undefined;
    const run = autocannon({ url, headers, connections: 10, duration: seconds }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  return {
    requestsPerSecond: result.requests.average,
    ...percentilesOf(times),
    errors: result.errors + result.non2xx,
  };
}

/** Percentiles of times. */
export function percentilesOf(times: readonly number[]): Pick<Measured, "p50" | "p95" | "p99"> {
  const sorted = [...times].sort((a, b) => a - b);
  const percentile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) };
}
