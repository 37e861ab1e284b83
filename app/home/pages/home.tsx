import { useLoaderData } from "@remix-run/react";
import { open } from "~/access/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { pageHandle } from "~/page";
import { minuteOfDay } from "~/platform/days";
import { waitingToday } from "../operations/waiting-today.server";
import { FrontPage } from "../parts/front-page";
import { TodayPage } from "../parts/today-page";
import { navigationOf } from "../rules/navigation";

export const handle = pageHandle({ i18n: ["home"] });

export const loader = open(async ({ actor, request, now }) => {
  if (!actor) return null;
  return {
    minute: minuteOfDay(now),
    tasks: await waitingToday(actor, await languageOf(request), now),
    entries: navigationOf(actor).filter(({ to }) => to !== "/"),
  };
});

/** For a visitor what the service is; for everybody else what waits for them today. */
export default function Home() {
  const today = useLoaderData<typeof loader>();
  return today ? <TodayPage {...today} /> : <FrontPage />;
}
