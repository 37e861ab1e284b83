import { catalogue } from "../catalogue/catalogue.server";

/** A public page, ready to show. */
export interface PublicPage {
  id: string;
  title: string;
  summary: string;
  lastReviewed: string;
  html: string;
}

/** A page of `content/stranky`; null when there is none of that id. */
export async function renderPage(id: string): Promise<PublicPage | null> {
  const page = catalogue().pages.get(id);
  if (!page) return null;
  const { title, summary, lastReviewed, text } = page;
  return { id, title, summary, lastReviewed, html: text.html };
}

/** Every public page, by title. */
export function publicPages(): Pick<PublicPage, "id" | "title" | "summary">[] {
  return [...catalogue().pages.values()]
    .map(({ id, title, summary }) => ({ id, title, summary }))
    .sort((a, b) => a.title.localeCompare(b.title, "cs"));
}
