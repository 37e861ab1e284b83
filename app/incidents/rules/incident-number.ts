/** The number a reporter gets as a receipt: I-2026-0042. Longer years' sequences simply grow wider. */
export function incidentNumber(year: number, sequence: number): string {
  return `I-${year}-${String(sequence).padStart(4, "0")}`;
}
