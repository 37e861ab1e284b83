/** Page of a list from its address, from 1; what makes no sense is the first. */
export function readPage(search: URLSearchParams): number {
  const page = Number(search.get("strana") ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
