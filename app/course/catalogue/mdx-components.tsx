import type { ComponentProps, ReactNode } from "react";
import texts from "~/i18n/cs/course";
import { formatDay } from "~/ui/formatting";
import { worksheetField } from "../worksheet-field";

/**
 * What lessons and public pages may use besides Markdown. Drawn once into static HTML, so no state and no
 * effects; the course is in Czech, and so are these words.
 */

const words = texts.content;

function Story({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside className="story" aria-label={`${words.story}: ${title}`}>
      <p className="box-title">
        {words.story}: {title}
      </p>
      {children}
    </aside>
  );
}

function Exercise({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="exercise" id={id} aria-labelledby={`${id}-title`}>
      <p className="box-title" id={`${id}-title`}>
        {words.exercise}: {title}
      </p>
      {children}
    </section>
  );
}

/**
 * A field for an answer. The page around it gives it a form to be sent by and, with scripts, saves what is
 * typed and says so in `data-state-of`; on paper the answer itself is printed.
 */
function Worksheet({ id, label, rows = 3 }: { id: string; label: string; rows?: number }) {
  return (
    <div className="worksheet" data-worksheet={id}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name={worksheetField(id)} rows={rows} aria-describedby={`${id}-stav`} />
      <div className="worksheet-printed" data-print-of={id} />
      <div className="worksheet-state" id={`${id}-stav`} data-state-of={id} />
      <button type="submit" className="btn btn-secondary worksheet-save">
        {words.worksheetSave}
      </button>
    </div>
  );
}

function TakeAway({ children }: { children: ReactNode }) {
  return (
    <aside className="takeaway" aria-label={words.takeAway}>
      <p className="box-title">{words.takeAway}</p>
      {children}
    </aside>
  );
}

function Tip({ children }: { children: ReactNode }) {
  return (
    <aside className="tip" aria-label={words.tip}>
      <p className="box-title">{words.tip}</p>
      {children}
    </aside>
  );
}

interface LegalNoteProps {
  act: string;
  paragraph: string;
  stav: string;
  children: ReactNode;
}

function LegalNote({ act, paragraph, stav, children }: LegalNoteProps) {
  return (
    <aside className="legal" aria-label={`${words.legal}: ${act}, ${paragraph}`}>
      <p className="box-title">{words.legal}</p>
      {children}
      <p className="legal-source">
        {act}, {paragraph} · {words.stav} <time dateTime={stav}>{formatDay(stav, "cs")}</time>
      </p>
    </aside>
  );
}

/**
 * A link to the explanation in the list of terms at the end, which every browser can follow; with scripts
 * the explanation opens over the text instead.
 */
function Term({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a className="term" href={`#${termEntryId(id)}`} data-term={id}>
      {children}
    </a>
  );
}

/** Id of a term's entry in the lesson's list of terms. */
export function termEntryId(termId: string): string {
  return `vyznam-${termId}`;
}

/** Id of the note that a term opens; the notes are drawn with the lesson's list of terms. */
export function termNoteId(termId: string): string {
  return `pojem-${termId}`;
}

function Figure({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <figure>
      {children}
      <figcaption>{title}</figcaption>
      <details className="figure-text">
        <summary>{words.figureText}</summary>
        <p>{description}</p>
      </details>
    </figure>
  );
}

/** A table too wide for a phone scrolls by itself, with the keyboard too. */
function Table(props: ComponentProps<"table">) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="table-scroll" role="region" aria-label={words.table} tabIndex={0}>
      <table {...props} />
    </div>
  );
}

export const mdxComponents = {
  Story,
  Exercise,
  Worksheet,
  TakeAway,
  Tip,
  LegalNote,
  Term,
  Figure,
  table: Table,
};
