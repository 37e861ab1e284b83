/** A round number at or above the largest value, and the lines to draw up to it; whole numbers from 2 up. */
export function niceScale(largest: number): { top: number; ticks: number[] } {
  if (largest <= 0) return { top: 1, ticks: [0, 1] };
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  const round = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step * 4 >= largest);
  const step = largest >= 2 ? Math.max(1, Math.ceil(round ?? largest)) : (round ?? largest);
  const count = Math.ceil(largest / step);
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** Class of the nth series: its colour. */
export function seriesClass(index: number): string {
  return `series-${(index % 5) + 1}`;
}
