import { useLoaderData } from "@remix-run/react";
import { open } from "~/access/index.server";
import { renderPage } from "~/course/index.server";
import { pageHandle } from "~/page";
import { AppError } from "~/platform/errors";
import { PublicText } from "../parts/public-text";

export const handle = pageHandle<PageData>({
  i18n: "course",
  title: ({ page }) => page.title,
});

type PageData = ReturnType<typeof useLoaderData<typeof loader>>;

export const loader = open(async ({ params }) => {
  const page = await renderPage(params.page ?? "");
  if (!page) throw new AppError("notFound");
  return { page };
});

export default function PublicPage() {
  return <PublicText page={useLoaderData<typeof loader>().page} />;
}
