import { renderToStaticMarkup } from "react-dom/server";
import type { TFunction } from "i18next";
import { translator } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { Disclosure } from "~/ui/disclosure";
import { formatDay } from "~/ui/formatting";
import { catalogue } from "./catalogue.server";
import { termEntryId, termNoteId } from "./mdx-components";
import type { GlossaryTerm, Lesson } from "./types";

type Texts = TFunction<"course">;

const ready = new WeakMap<Lesson, Map<Language, string>>();

/**
 * Everything of a lesson that is the same for every reader, as finished HTML: goals, plan of the hour,
 * contents, text, terms, sources, law. Made once per language and process.
 */
export async function lessonHtml(lesson: Lesson, language: Language): Promise<string> {
  const made = ready.get(lesson) ?? new Map<Language, string>();
  ready.set(lesson, made);
  const known = made.get(language);
  if (known !== undefined) return known;
  const t = await translator(language, "course");
  const html = renderToStaticMarkup(<LessonParts lesson={lesson} t={t} language={language} />);
  made.set(language, html);
  return html;
}

interface PartProps {
  lesson: Lesson;
  t: Texts;
  language: Language;
}

function LessonParts({ lesson, t, language }: PartProps) {
  const terms = termsOf(lesson);
  return (
    <>
      <Opening lesson={lesson} t={t} />
      <Contents lesson={lesson} t={t} />
      <div className="lesson-text prose" lang="cs" dangerouslySetInnerHTML={{ __html: lesson.text.html }} />
      <div className="lesson-more">
        {terms.length > 0 && (
          <Disclosure summary={t("lesson.terms")}>
            <Terms terms={terms} />
          </Disclosure>
        )}
        <Disclosure summary={t("lesson.sources")}>
          <Sources lesson={lesson} />
        </Disclosure>
        {lesson.legal.length > 0 && (
          <Disclosure summary={t("lesson.law")}>
            <Law lesson={lesson} t={t} language={language} />
          </Disclosure>
        )}
      </div>
      <TermNotes terms={terms} />
      <p className="lesson-reviewed">
        {t("lesson.reviewed", { day: formatDay(lesson.lastReviewed, language) })}
      </p>
    </>
  );
}

function Terms({ terms }: { terms: GlossaryTerm[] }) {
  return (
    <dl className="lesson-terms" lang="cs">
      {terms.map(({ id, term, explanation }) => (
        <div key={id} id={termEntryId(id)}>
          <dt>{term}</dt>
          <dd>{explanation}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sources({ lesson }: { lesson: Lesson }) {
  return (
    <ul className="lesson-list" lang="cs">
      {lesson.sources.map(({ title, publisher, year, note }) => (
        <li key={title}>
          <cite>{title}</cite>. {publisher}, {year}.{note && ` ${note}`}
        </li>
      ))}
    </ul>
  );
}

function Law({ lesson, t, language }: PartProps) {
  return (
    <>
      <ul className="lesson-list" lang="cs">
        {lesson.legal.map(({ act, paragraph, statement, stav }) => (
          <li key={`${act} ${paragraph} ${statement}`}>
            <strong>
              {act}, {paragraph}
            </strong>{" "}
            ({t("lesson.stav", { day: formatDay(stav, language) })}): {statement}
          </li>
        ))}
      </ul>
      <p>{t("lesson.lawNote")}</p>
    </>
  );
}

/** What the lesson is for and how the hour is divided; also all a visitor sees of it. */
export async function lessonOpeningHtml(lesson: Lesson, language: Language): Promise<string> {
  const t = await translator(language, "course");
  return renderToStaticMarkup(<Opening lesson={lesson} t={t} />);
}

function Opening({ lesson, t }: Omit<PartProps, "language">) {
  return (
    <div className="lesson-opening">
      <section aria-labelledby="cile">
        <h2 id="cile">{t("lesson.goals")}</h2>
        <ul lang="cs">
          {lesson.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="plan">
        <h2 id="plan">{t("lesson.plan")}</h2>
        <ol className="lesson-plan" lang="cs">
          {lesson.activities.map(({ title, minutes }) => (
            <li key={title}>
              {title} <span className="lesson-minutes">{t("hours.minutes", { count: minutes })}</span>
            </li>
          ))}
        </ol>
        {/* A training's unit has minutes, but is no hour of the course. */}
        {!catalogue().trainings.has(lesson.moduleId) && (
          <p className="lesson-total">{t("lesson.planTotal", { count: lesson.minutes })}</p>
        )}
      </section>
    </div>
  );
}

function Contents({ lesson, t }: Omit<PartProps, "language">) {
  return (
    <nav className="lesson-contents" aria-labelledby="obsah-lekce">
      <h2 id="obsah-lekce">{t("lesson.contents")}</h2>
      <ol lang="cs">
        {lesson.text.headings
          .filter(({ level }) => level === 2)
          .map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
      </ol>
    </nav>
  );
}

/** Notes that open over the text; the browser shows and closes them by itself (Popover API). */
function TermNotes({ terms }: { terms: GlossaryTerm[] }) {
  return (
    <>
      {terms.map(({ id, term, explanation }) => (
        <div
          key={id}
          id={termNoteId(id)}
          className="term-note"
          lang="cs"
          role="note"
          tabIndex={-1}
          {...{ popover: "auto" }}
        >
          <p>
            <strong>{term}</strong>: {explanation}
          </p>
        </div>
      ))}
    </>
  );
}

function termsOf({ text, glossary }: Lesson): GlossaryTerm[] {
  const ids = [...new Set([...text.terms, ...glossary])];
  return ids
    .flatMap((id) => catalogue().glossary.get(id) ?? [])
    .sort((a, b) => a.term.localeCompare(b.term, "cs"));
}
