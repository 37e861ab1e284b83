import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ButtonGroup,
  Checkbox,
  ErrorSummary,
  Form,
  Icon,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  SubmitButton,
} from "~/ui";
import { lessonLink, quizLink } from "../lesson-links";
import type { LessonStanding } from "../operations/read-lesson.server";
import { LessonStateTag } from "./lesson-state-tag";
import { PreparedHtml } from "./prepared-html";
import { PrintButton } from "./print-button";
import { ReadingPlace } from "./reading-place";

interface LessonLinkTo {
  id: string;
  moduleId: string;
  title: string;
}

/** What the page knows about its lesson besides the text. */
export interface LessonView extends LessonLinkTo {
  moduleTitle: string;
  htmlKey: string;
  questionCount: number;
  standing: LessonStanding | null;
  resume: { id: string; text: string } | null;
  previous: LessonLinkTo | null;
  next: LessonLinkTo | null;
}

/** The whole lesson, for those who may read the course. */
export function LessonReader({ lesson, form }: { lesson: LessonView; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  const { standing, resume } = lesson;
  return (
    <>
      <PageHeader
        eyebrow={lesson.moduleTitle}
        title={lesson.title}
        status={standing && <LessonStateTag state={standing.state} />}
        actions={
          <ButtonGroup>
            {resume && standing?.state !== "done" && (
              <LinkButton to={`#${resume.id}`} iconEnd="chevronDown">
                {t("lesson.resume", { heading: resume.text })}
              </LinkButton>
            )}
            <PrintButton>{t("lesson.print")}</PrintButton>
          </ButtonGroup>
        }
      />
      <article>
        <PreparedHtml htmlKey={lesson.htmlKey} className="lesson-parts lesson-with-contents" />
      </article>
      {standing && <ReadingPlace address={`${lessonLink(lesson)}/misto`} />}
      <Finish lesson={lesson} form={form} />
      <Neighbours lesson={lesson} />
    </>
  );
}

function Finish({ lesson, form }: { lesson: LessonView; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  const { standing } = lesson;
  if (!standing) {
    return (
      <Section id="dokonceni" title={t("lesson.test")} className="no-print">
        <p>{t("lesson.reader")}</p>
        <LinkButton to={quizLink(lesson)} variant="secondary">
          {t("lesson.takeTest")}
        </LinkButton>
      </Section>
    );
  }
  return (
    <Section
      id="dokonceni"
      title={t("lesson.finish")}
      lead={t("lesson.finishLead")}
      className="no-print lesson-finish"
    >
      {!standing.earning && <Notice>{t("lesson.notEarning")}</Notice>}
      {standing.state === "done" && (
        <Notice tone="success">{standing.credited ? t("lesson.done") : t("lesson.doneElsewhere")}</Notice>
      )}
      <ul className="lesson-steps">
        <li className={standing.declared ? "lesson-step-done" : undefined}>
          <Declaration standing={standing} form={form} />
        </li>
        <li className={standing.passed ? "lesson-step-done" : undefined}>
          <p className="lesson-step-text">
            {standing.passed && <Icon name="checkCircle" />}
            {standing.passed ? t("lesson.testPassed") : t("lesson.testOpen")}
          </p>
          <LinkButton to={quizLink(lesson)} variant={standing.passed ? "quiet" : "primary"}>
            {standing.passed ? t("lesson.takeTestAgain") : t("lesson.takeTest")}
          </LinkButton>
        </li>
      </ul>
    </Section>
  );
}

function Declaration({ standing, form }: { standing: LessonStanding; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  if (standing.declared) {
    return (
      <p className="lesson-step-text">
        <Icon name="checkCircle" />
        {t("lesson.declared")}
      </p>
    );
  }
  if (!standing.earning) return <p>{t("lesson.declare")}</p>;
  return (
    <Form state={form} action="#dokonceni" preventScrollReset>
      <ErrorSummary />
      <Checkbox name="declared" label={t("lesson.declare")} />
      <SubmitButton variant="secondary">{t("lesson.declareButton")}</SubmitButton>
    </Form>
  );
}

function Neighbours({ lesson: { previous, next } }: { lesson: LessonView }) {
  const { t } = useTranslation("course");
  if (!previous && !next) return null;
  return (
    <nav className="lesson-neighbours no-print" aria-label={t("lesson.around")}>
      {previous && (
        <Link to={lessonLink(previous)} rel="prev" className="lesson-neighbour">
          <span>
            <Icon name="arrowLeft" size="sm" /> {t("lesson.previous")}
          </span>
          {previous.title}
        </Link>
      )}
      {next && (
        <Link to={lessonLink(next)} rel="next" className="lesson-neighbour lesson-neighbour-next">
          <span>
            {t("lesson.next")} <Icon name="arrowRight" size="sm" />
          </span>
          {next.title}
        </Link>
      )}
    </nav>
  );
}

/** What a lesson is about, for those who may not read it yet. */
export function LessonOutline({ lesson }: { lesson: LessonView }) {
  const { t } = useTranslation("course");
  return (
    <Stack>
      <PageHeader eyebrow={lesson.moduleTitle} title={lesson.title} lead={t("lesson.outlineLead")} />
      <article>
        <PreparedHtml htmlKey={lesson.htmlKey} className="lesson-parts" />
      </article>
      <Notice
        title={t("lesson.invite")}
        action={<LinkButton to="/kurz/prihlaska">{t("course.apply")}</LinkButton>}
      >
        {t("lesson.inviteText")}
      </Notice>
    </Stack>
  );
}
