import type { MetaArgs, MetaDescriptor } from "@remix-run/react";
import type { Namespace } from "./i18n/catalogues";

/** One step of the way to a page: a catalogue key, or a finished text such as a case's code. */
export interface Breadcrumb {
  text: string;
  to?: string;
}

/** What a page tells the frame around it. */
export interface PageHandle<Data = unknown> {
  /** Catalogues the page uses besides the shared ones. */
  i18n?: Namespace | Namespace[];
  breadcrumbs?: (data: Data) => Breadcrumb[];
  /** Catalogue key or finished text of the title in the browser's tab. */
  title?: (data: Data) => string;
  /** Without the reading column: maps. */
  wide?: boolean;
}

/** Types a page's handle by its loader's data. */
export function pageHandle<Data = unknown>(handle: PageHandle<Data>): PageHandle<Data> {
  return handle;
}

/** Keeps a page out of search engines; for everything behind a sign-in the frame does so by itself. */
export function noIndex(_args: MetaArgs): MetaDescriptor[] {
  return [{ name: "robots", content: "noindex" }];
}
