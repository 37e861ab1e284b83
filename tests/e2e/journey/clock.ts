import { writeFileSync } from "node:fs";

/** The portal's clock in a journey of several months: it stands still until it is moved. */
export class JourneyClock {
  private moment: Date;

  constructor(
    readonly file: string,
    start: string,
  ) {
    this.moment = new Date(start);
    this.write();
  }

  now(): Date {
    return this.moment;
  }

  /** The Prague day of now moved by whole days, `YYYY-MM-DD`. */
  day(offset = 0): string {
    const date = new Date(this.moment.getTime() + offset * 86_400_000);
    return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Prague" }).format(date);
  }

  forward(time: { days?: number; minutes?: number }): void {
    this.moment = new Date(
      this.moment.getTime() + (time.days ?? 0) * 86_400_000 + (time.minutes ?? 0) * 60_000,
    );
    this.write();
  }

  private write(): void {
    writeFileSync(this.file, this.moment.toISOString());
  }
}
