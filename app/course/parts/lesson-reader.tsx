import { Link } from "@remix-run/react";
import { useMemo, useState } from "react";
import type { FormEvent, ReactNode } from "react";
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
  PrintButton,
  Section,
  Stack,
  SubmitButton,
  TextField,
  useHydrated,
} from "~/ui";
import { lessonLink, quizLink } from "../lesson-links";
import type { LessonStanding } from "../operations/read-lesson.server";
import type { TextSize } from "../rules/learning/text-size";
import { worksheetVersionField } from "../worksheet-field";
import { GlossaryNotes } from "./learning/glossary-notes";
import { OfflineCopy } from "./learning/offline-copy";
import { ReadAloud } from "./learning/read-aloud";
import { ReadingTime } from "./learning/reading-time";
import { TextSizeSwitch } from "./learning/text-size-switch";
import { ThreeTimes } from "./learning/three-times";
import { WorksheetKeeper } from "./learning/worksheet-keeper";
import { LessonStateTag } from "./lesson-state-tag";
import { PreparedHtml } from "./prepared-html";
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
  worksheetIds: string[];
  standing: LessonStanding | null;
  /** Whose device memory the lesson and unsent answers belong to; null for those who may not read it. */
  deviceKey: string | null;
  textSize: TextSize;
  resume: { id: string; text: string } | null;
  previous: LessonLinkTo | null;
  next: LessonLinkTo | null;
}

/** The whole lesson, for those who may read the course. */
export function LessonReader({ lesson, form }: { lesson: LessonView; form: FormState | undefined }) {
  const { t } = useTranslation(["course", "learning"]);
  const [textSize, setTextSize] = useState(lesson.textSize);
  const { standing, resume, deviceKey } = lesson;
  const link = lessonLink(lesson);
  const answers = useMemo(
    () => new Map(standing?.answers.map(({ worksheetId, text }) => [worksheetId, text])),
    [standing?.answers],
  );
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
            {standing && lesson.worksheetIds.length > 0 && (
              <LinkButton to={`${link}/sesit`} variant="quiet">
                {t("learning:worksheets.open")}
              </LinkButton>
            )}
            <TextSizeSwitch current={textSize} onChange={setTextSize} />
            {/* The last one: it comes only once the device says it has a Czech voice, and moves nothing. */}
            <ReadAloud key={lesson.htmlKey} />
          </ButtonGroup>
        }
      />
      {standing?.changed && (
        <Notice
          title={t("learning:changes.notice")}
          action={
            <LinkButton to={`${link}/zmeny`} variant="secondary">
              {t("learning:changes.link")}
            </LinkButton>
          }
        >
          {standing.credited ? t("learning:changes.noticeCredited") : t("learning:changes.noticeRead")}
        </Notice>
      )}
      <article data-text-size={textSize}>
        <WorksheetForm lesson={lesson}>
          <PreparedHtml
            htmlKey={lesson.htmlKey}
            className="lesson-parts lesson-with-contents"
            answers={answers}
          />
        </WorksheetForm>
      </article>
      <GlossaryNotes />
      <OfflineCopy lesson={lesson} deviceKey={deviceKey} student={standing !== null} />
      {standing && deviceKey && (
        <>
          <WorksheetKeeper
            key={lesson.htmlKey}
            lesson={lesson}
            deviceKey={deviceKey}
            answers={standing.answers}
          />
          <ReadingPlace key={`${link}/misto`} address={`${link}/misto`} />
          <ReadingTime address={`${link}/cas`} />
        </>
      )}
      <Finish lesson={lesson} form={form} />
      <Neighbours lesson={lesson} />
    </>
  );
}

/** The form that sends worksheets without scripts; with them each answer saves itself. */
function WorksheetForm({ lesson, children }: { lesson: LessonView; children: ReactNode }) {
  const hydrated = useHydrated();
  const { standing, deviceKey } = lesson;
  if (!standing || !deviceKey) return <div className="worksheets-unsaved">{children}</div>;
  const keepHere = (event: FormEvent) => event.preventDefault();
  return (
    <form
      method="post"
      action={`${lessonLink(lesson)}/sesit`}
      className={hydrated ? "worksheets-saving" : undefined}
      onSubmit={keepHere}
    >
      <input type="hidden" name="owner" value={deviceKey} />
      {lesson.worksheetIds.map((id) => (
        <input
          key={id}
          type="hidden"
          name={worksheetVersionField(id)}
          value={standing.answers.find(({ worksheetId }) => worksheetId === id)?.version ?? 0}
        />
      ))}
      {children}
    </form>
  );
}

function Finish({ lesson, form }: { lesson: LessonView; form: FormState | undefined }) {
  const { t } = useTranslation(["course", "learning"]);
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
      {standing.takenBack && <Notice tone="warning">{t("learning:hours.lessonTakenBack")}</Notice>}
      {standing.state === "done" && !standing.takenBack && (
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
      <ThreeTimes standing={standing} />
    </Section>
  );
}

function Declaration({ standing, form }: { standing: LessonStanding; form: FormState | undefined }) {
  const { t } = useTranslation(["course", "learning"]);
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
      <TextField
        name="minutes"
        type="number"
        inputMode="numeric"
        min={1}
        max={600}
        width="short"
        label={t("learning:declare.minutes")}
        hint={t("learning:declare.minutesHint")}
        optional
      />
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
      <OfflineCopy lesson={lesson} deviceKey={null} student={false} />
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
