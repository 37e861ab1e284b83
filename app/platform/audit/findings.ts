import type { Finding, FindingKind } from "./chain";

const kept = 200;

/** Collects findings: counts all, keeps the first two hundred, so that a ruined chain does not fill the memory. */
export class Findings {
  readonly kept: Finding[] = [];
  count = 0;

  add(kind: FindingKind, text: string, position: number | null = null): void {
    this.count += 1;
    if (this.kept.length < kept) this.kept.push({ position, kind, text });
  }

  addAll(findings: Finding[]): void {
    for (const { kind, text, position } of findings) this.add(kind, text, position);
  }
}
