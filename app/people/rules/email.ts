/** One spelling of an e-mail address, the one it is looked up by. */
export function normalEmail(address: string): string {
  return address.trim().normalize("NFC").toLowerCase();
}
