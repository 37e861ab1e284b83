import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guarded } from "~/access/index.server";
import { hasHtml, keepHtml, textSizeOf, UnitReader } from "~/course/index.parts";
import { lessonHtml, noteUnit, readUnit } from "~/course/index.server";
import { languageOf } from "~/i18n/i18n.server";
import { pageHandle } from "~/page";
import { LinkButton, Section } from "~/ui";
import { monitoringTraining, trainingLink, trainingTestLink, unitLink } from "../rules/monitoring-training";

type UnitData = ReturnType<typeof useLoaderData<typeof loader>>;

export const handle = pageHandle<UnitData>({
  i18n: ["incidents", "learning"],
  title: ({ title }) => title,
  breadcrumbs: ({ title }) => [{ text: "incidents:course.title", to: trainingLink }, { text: title }],
});

export const loader = guarded(["incident:report", "course:read"], async ({ actor, params, request, now }) => {
  const reading = readUnit(monitoringTraining, params.unit);
  const { unit, order, training, previous, next } = reading;
  await noteUnit(actor.accountId, reading, { now });
  const language = await languageOf(request);
  const htmlKey = `${unit.contentHash.slice(0, 16)}-cast-${language}`;
  if (!hasHtml(htmlKey)) keepHtml(htmlKey, await lessonHtml(unit, language));
  return {
    id: unit.id,
    title: unit.title,
    order,
    total: training.units,
    htmlKey,
    textSize: textSizeOf(request.headers.get("Cookie")),
    previous: previous && { to: unitLink(previous.id), title: previous.title },
    next: next && { to: unitLink(next.id), title: next.title },
    mayTest: actor.can("incident:report"),
  };
});

/** The text is not part of the data: coming from another page, the browser fetches it, once for good. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const unit = await serverLoader<typeof loader>();
  if (!hasHtml(unit.htmlKey)) {
    const response = await fetch(`${unitLink(unit.id)}/text?v=${unit.htmlKey}`);
    if (!response.ok) throw response;
    keepHtml(unit.htmlKey, await response.text());
  }
  return unit;
}

export default function TrainingUnitPage() {
  const { title, order, total, htmlKey, textSize, previous, next, mayTest } = useLoaderData<typeof loader>();
  const { t } = useTranslation("incidents");
  return (
    <UnitReader
      key={htmlKey}
      title={title}
      eyebrow={t("course.unitOf", { order, total })}
      htmlKey={htmlKey}
      textSize={textSize}
      previous={previous}
      next={next}
      words={{
        print: t("course.print"),
        around: t("course.around"),
        previous: t("course.previous"),
        next: t("course.next"),
      }}
    >
      <Section title={t("course.after")} className="no-print">
        <p>{next ? t("course.afterText") : mayTest ? t("course.afterLast") : t("course.testOthers")}</p>
        {!next && mayTest && <LinkButton to={trainingTestLink}>{t("course.testOpen")}</LinkButton>}
        <LinkButton to={trainingLink} variant="quiet">
          {t("course.back")}
        </LinkButton>
      </Section>
    </UnitReader>
  );
}
