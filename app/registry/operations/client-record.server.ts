import { sealNullable, unsealNullable } from "~/platform/crypto/index.server";

/** What is known of a client beside the code; every part may be missing in rows from older registers. */
export interface ClientDetails {
  name: string | null;
  birthYear: number | null;
  town: string | null;
  contact: string | null;
}

export interface SealedClient {
  id: string;
  nameSealed: string | null;
  birthYearSealed: string | null;
  contactSealed: string | null;
  town: string | null;
}

const place = (column: string, row: string) => ({ table: "clients", column, row });

/** Columns of a client's row, sealed. */
export function sealClient(id: string, client: ClientDetails): Omit<SealedClient, "id"> {
  const birthYear = client.birthYear === null ? null : String(client.birthYear);
  return {
    nameSealed: sealNullable(client.name, place("nameSealed", id)),
    birthYearSealed: sealNullable(birthYear, place("birthYearSealed", id)),
    contactSealed: sealNullable(client.contact, place("contactSealed", id)),
    town: client.town,
  };
}

export function openName(row: Pick<SealedClient, "id" | "nameSealed">): string | null {
  return unsealNullable(row.nameSealed, place("nameSealed", row.id));
}

export function openBirthYear(row: Pick<SealedClient, "id" | "birthYearSealed">): number | null {
  const text = unsealNullable(row.birthYearSealed, place("birthYearSealed", row.id));
  return text === null ? null : Number(text);
}

export function openClient(row: SealedClient): ClientDetails {
  return {
    name: openName(row),
    birthYear: openBirthYear(row),
    town: row.town,
    contact: unsealNullable(row.contactSealed, place("contactSealed", row.id)),
  };
}
