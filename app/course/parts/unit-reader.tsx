import { Link } from "@remix-run/react";
import { useState, type ReactNode } from "react";
import { ButtonGroup, Icon, PageHeader, PrintButton } from "~/ui";
import type { TextSize } from "../rules/learning/text-size";
import { GlossaryNotes } from "./learning/glossary-notes";
import { ReadAloud } from "./learning/read-aloud";
import { TextSizeSwitch } from "./learning/text-size-switch";
import { PreparedHtml } from "./prepared-html";

export interface UnitReaderProps {
  title: string;
  eyebrow: ReactNode;
  htmlKey: string;
  textSize: TextSize;
  /** Words of the page's own buttons and of the way on. */
  words: { print: string; around: string; previous: string; next: string };
  previous: { to: string; title: string } | null;
  next: { to: string; title: string } | null;
  /** What comes after the text. */
  children: ReactNode;
}

/** A text of a training, read like a lesson but without hours: nothing is declared, kept or credited. */
export function UnitReader(props: UnitReaderProps) {
  const { title, eyebrow, htmlKey, words, previous, next, children } = props;
  const [textSize, setTextSize] = useState(props.textSize);
  return (
    <>
      <PageHeader
        eyebrow={eyebrow}
        title={<span lang="cs">{title}</span>}
        actions={
          <ButtonGroup>
            <PrintButton>{words.print}</PrintButton>
            <TextSizeSwitch current={textSize} onChange={setTextSize} />
            <ReadAloud key={htmlKey} />
          </ButtonGroup>
        }
      />
      <article data-text-size={textSize}>
        <div className="worksheets-unsaved">
          <PreparedHtml htmlKey={htmlKey} className="lesson-parts lesson-with-contents" />
        </div>
      </article>
      <GlossaryNotes />
      {children}
      {(previous ?? next) && (
        <nav className="lesson-neighbours no-print" aria-label={words.around}>
          {previous && (
            <Link to={previous.to} rel="prev" className="lesson-neighbour">
              <span>
                <Icon name="arrowLeft" size="sm" /> {words.previous}
              </span>
              <span lang="cs">{previous.title}</span>
            </Link>
          )}
          {next && (
            <Link to={next.to} rel="next" className="lesson-neighbour lesson-neighbour-next">
              <span>
                {words.next} <Icon name="arrowRight" size="sm" />
              </span>
              <span lang="cs">{next.title}</span>
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
