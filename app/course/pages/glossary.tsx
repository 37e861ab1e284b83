import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { open } from "~/access/index.server";
import { pageHandle } from "~/page";
import { PageHeader } from "~/ui";
import { readGlossary } from "../operations/read-glossary.server";
import "../parts/course.css";

export const handle = pageHandle({
  i18n: "course",
  title: () => "course:glossaryPage.title",
  breadcrumbs: () => [{ text: "course:course.title", to: "/kurz" }, { text: "course:glossaryPage.title" }],
});

export const loader = open(async () => ({ letters: readGlossary() }));

export default function Glossary() {
  const { letters } = useLoaderData<typeof loader>();
  const { t } = useTranslation("course");
  return (
    <>
      <PageHeader title={t("glossaryPage.title")} lead={t("glossaryPage.lead")} />
      <nav aria-label={t("glossaryPage.letters")} className="glossary-letters">
        {letters.map(({ letter }) => (
          <a key={letter} href={`#pismeno-${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      <div className="glossary" lang="cs">
        {letters.map(({ letter, terms }) => (
          <section key={letter} aria-labelledby={`pismeno-${letter}`}>
            <h2 id={`pismeno-${letter}`}>{letter}</h2>
            <dl>
              {terms.map(({ id, term, explanation }) => (
                <div key={id} id={id}>
                  <dt>{term}</dt>
                  <dd>{explanation}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
