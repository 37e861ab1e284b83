/** Practice begins after the theory: the share of it a run demands, and from which day on it was there. */

/** Minutes of theory credited for a day; a correction has negative ones. */
export interface TheoryLine {
  day: string;
  minutes: number;
}

export interface GateSettings {
  theoryMinutes: number;
  practiceGateTheoryShare: number;
}

/** Minutes of theory that open practice. */
export function gateMinutes(settings: GateSettings): number {
  // 0.7 × 100 is a hair above 70 in binary.
  return Math.ceil(settings.theoryMinutes * settings.practiceGateTheoryShare - 1e-9);
}

/**
 * The first day from which on the theory was, and stayed, enough for practice; null when it is not.
 * A run that demands none opens practice with its first day.
 */
export function gateDay(
  lines: readonly TheoryLine[],
  settings: GateSettings,
  runStartsOn: string,
): string | null {
  const needed = gateMinutes(settings);
  if (needed <= 0) return runStartsOn;
  const byDay = new Map<string, number>();
  for (const { day, minutes } of lines) byDay.set(day, (byDay.get(day) ?? 0) + minutes);
  let sum = 0;
  let opened: string | null = null;
  for (const day of [...byDay.keys()].sort()) {
    sum += byDay.get(day)!;
    if (sum < needed) opened = null;
    else opened ??= day;
  }
  return opened;
}
