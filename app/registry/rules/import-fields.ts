import { isDay } from "~/platform/days";
import { clientTypes, type ClientType, type Sanction } from "../codes";
import type { ImportFile, ImportProblem, ImportReason, TableRow } from "./import-table";

/** Days before the service existed are slips of the pen. */
const earliestDay = "1990-01-01";

/** Words the file uses for sanctions; the same words are in the Czech catalogue. */
export const sanctionWords: Readonly<Record<string, Sanction>> = {
  "obecně prospěšné práce": "community_service",
  "podmíněné odsouzení s dohledem": "supervised_suspended_sentence",
  "domácí vězení": "house_arrest",
  "podmíněné propuštění s dohledem": "supervised_parole",
  "podmíněné zastavení trestního stíhání": "conditional_discontinuance",
  "zákaz vstupu": "ban_on_entry",
  "peněžitý trest": "fine",
  "upuštění od potrestání s dohledem": "waiver_with_supervision",
  "opatření pro mladistvé": "juvenile_measure",
  "jiné opatření": "other",
};

/** Reads the fields of one row and gathers what is wrong with them. */
export class RowReader {
  readonly problems: ImportProblem[] = [];

  constructor(
    private readonly file: ImportFile,
    private readonly row: TableRow,
    /** Nothing in the file may be later. */
    private readonly today: string,
  ) {}

  refuse(column: string | null, reason: ImportReason, values?: ImportProblem["values"]): null {
    this.problems.push({
      file: this.file,
      line: this.row.line,
      column,
      reason,
      ...(values ? { values } : {}),
    });
    return null;
  }

  optionalText(column: string): string | null {
    return this.row.fields[column] || null;
  }

  text(column: string): string | null {
    return this.optionalText(column) ?? this.refuse(column, "required");
  }

  /** A code has no spaces: a person's name does not pass for one. */
  optionalCode(column: string): string | null {
    const value = this.optionalText(column);
    if (value === null || /^[\p{Letter}\p{Number}][\p{Letter}\p{Number}._/-]{0,39}$/u.test(value))
      return value;
    return this.refuse(column, "code");
  }

  code(column: string): string | null {
    return this.text(column) === null ? null : this.optionalCode(column);
  }

  /** `d.m.yyyy`, also with spaces and leading zeros. */
  optionalDay(column: string): string | null {
    const value = this.optionalText(column);
    if (value === null) return null;
    const parts = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(value);
    const day = parts && `${parts[3]}-${parts[2]!.padStart(2, "0")}-${parts[1]!.padStart(2, "0")}`;
    if (!day || !isDay(day)) return this.refuse(column, "date", { value });
    if (day < earliestDay) return this.refuse(column, "dateTooOld", { value });
    if (day > this.today) return this.refuse(column, "dateInFuture", { value });
    return day;
  }

  day(column: string): string | null {
    return this.text(column) === null ? null : this.optionalDay(column);
  }

  yesNo(column: string): boolean | null {
    const value = this.text(column);
    if (value === null) return null;
    const word = value.toLowerCase();
    if (word === "ano") return true;
    return word === "ne" ? false : this.refuse(column, "yesNo", { value });
  }

  clientType(column: string): ClientType | null {
    const value = this.text(column);
    if (value === null) return null;
    return (
      clientTypes.find((type) => type === value.toUpperCase()) ?? this.refuse(column, "clientType", { value })
    );
  }

  sanction(column: string): Sanction | null {
    const value = this.text(column);
    if (value === null) return null;
    return sanctionWords[value.toLowerCase()] ?? this.refuse(column, "sanction", { value });
  }
}
