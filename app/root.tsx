import { data, type LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useChangeLanguage } from "remix-i18next/react";
import { open } from "./access/index.server";
import { readFrame } from "./home/operations/read-frame.server";
import { ErrorPage } from "./home/parts/error-page";
import { Frame } from "./home/parts/frame";
import { useNonce } from "./nonce";
import type { PageHandle } from "./page";
import stylesheet from "./ui/app.css?url";
import { fontPreloads } from "./ui/fonts";
import { useText } from "./ui/texts";

export const loader = open(async ({ request, actor }) => {
  const { frame, clear } = await readFrame(request, actor);
  return data(frame, clear ? { headers: { "Set-Cookie": clear } } : undefined);
});

export const links: LinksFunction = () => [
  ...fontPreloads,
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icons/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const nonce = useNonce();
  const language = frame?.language ?? "cs";
  const theme = frame?.theme === "auto" ? undefined : frame?.theme;
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4347" />
        <meta name="color-scheme" content={theme ?? "light dark"} />
        <Title />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** The tab's title comes from the deepest page that names one. */
function Title() {
  const { t } = useTranslation("common");
  const text = useText();
  const named = useMatches()
    // A page whose loader refused has no data, and its title speaks of none.
    .map(({ handle, data: pageData }) =>
      pageData === undefined || pageData === null
        ? undefined
        : (handle as PageHandle | undefined)?.title?.(pageData),
    )
    .filter((title) => title !== undefined)
    .at(-1);
  return <title>{named ? `${text(named)} – ${t("brand")}` : `${t("brand")} – ${t("tagline")}`}</title>;
}

export default function App() {
  const frame = useRouteLoaderData<typeof loader>("root");
  useChangeLanguage(frame?.language ?? "cs");
  return (
    <Frame frame={frame}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const reason = isRouteErrorResponse(error) ? (error.data as { reason?: string } | null)?.reason : undefined;
  return (
    <Frame frame={frame}>
      <ErrorPage status={status} reason={reason} />
    </Frame>
  );
}
