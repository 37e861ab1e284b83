import { useEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button, ButtonGroup, Icon, useText, VisuallyHidden } from "~/ui";
import { lessonLink, type LessonLinkParts } from "../../lesson-links";
import { joinAnswers, type StoredAnswer } from "../../rules/learning/worksheet-sync";
import { AnswerKeeper, type KeeperView } from "./answer-keeper";

export interface WorksheetKeeperProps {
  lesson: LessonLinkParts;
  deviceKey: string;
  answers: readonly (StoredAnswer & { worksheetId: string })[];
}

interface Place {
  keeper: AnswerKeeper;
  node: Element;
}

/** Saves a lesson's worksheets while they are being written; the fields themselves are part of the text. */
export function WorksheetKeeper({ lesson, deviceKey, answers }: WorksheetKeeperProps) {
  const [places, setPlaces] = useState<Place[]>([]);
  useEffect(() => {
    const address = `${lessonLink(lesson)}/odpovedi`;
    const ends: (() => void)[] = [];
    const found: Place[] = [];
    for (const field of document.querySelectorAll<HTMLTextAreaElement>(".lesson-text .worksheet textarea")) {
      const node = document.querySelector(`[data-state-of="${CSS.escape(field.id)}"]`);
      const printed = document.querySelector(`[data-print-of="${CSS.escape(field.id)}"]`);
      if (!node) continue;
      const answer = answers.find(({ worksheetId }) => worksheetId === field.id);
      const stored = { text: answer?.text ?? "", version: answer?.version ?? 0 };
      // Somebody may have begun to write before the page woke up.
      const early = field.value !== field.defaultValue ? field.value : null;
      const show = (text: string) => {
        if (field.value !== text) field.value = text;
        if (printed) printed.textContent = text;
      };
      const place = { address, deviceKey, lessonId: lesson.id, worksheetId: field.id };
      const keeper = new AnswerKeeper(place, stored, show);
      if (early !== null && keeper.current().status === "saved") keeper.typed(early);
      show(keeper.current().text);
      const onInput = () => {
        keeper.typed(field.value);
        if (printed) printed.textContent = field.value;
      };
      field.addEventListener("input", onInput);
      ends.push(keeper.start(), () => field.removeEventListener("input", onInput));
      found.push({ keeper, node });
    }
    setPlaces(found);
    return () => ends.forEach((end) => end());
    // The answers are where it starts from; later ones come from the fields themselves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lesson.id, lesson.moduleId, deviceKey]);
  return places.map(({ keeper, node }, index) =>
    createPortal(<AnswerState keeper={keeper} />, node, String(index)),
  );
}

const icons = {
  saved: "check",
  waiting: "clock",
  sending: "clock",
  offline: "warning",
  signedOut: "warning",
  refused: "warning",
  conflict: "warning",
} as const;

function AnswerState({ keeper }: { keeper: AnswerKeeper }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const view = useSyncExternalStore(keeper.subscribe, keeper.current, keeper.current);
  const { status } = view;
  const untouched = status === "saved" && view.base <= 0;
  const said = view.refusal ? text(view.refusal) : t(untouched ? "answer.private" : `answer.${status}`);
  const trouble = !["saved", "waiting", "sending"].includes(status);
  return (
    <>
      <p className={trouble ? "worksheet-note worksheet-trouble" : "worksheet-note"} data-status={status}>
        {!untouched && <Icon name={icons[status]} size="sm" />} {said}
      </p>
      {!view.remembered && status !== "saved" && (
        <p className="worksheet-note worksheet-trouble">{t("answer.notRemembered")}</p>
      )}
      {/* Read out only when something is wrong: "saving, saved" after each word would be a nuisance. */}
      <VisuallyHidden>
        <span role="status">{trouble ? said : ""}</span>
      </VisuallyHidden>
      {status === "conflict" && view.other && <Conflict keeper={keeper} view={view} other={view.other} />}
    </>
  );
}

function Conflict({ keeper, view, other }: { keeper: AnswerKeeper; view: KeeperView; other: StoredAnswer }) {
  const { t } = useTranslation("learning");
  return (
    <div className="worksheet-conflict">
      <p>{t("answer.otherText")}</p>
      <p className="worksheet-other" lang="cs">
        {other.text}
      </p>
      <ButtonGroup>
        <Button size="sm" onClick={() => keeper.choose(joinAnswers(view.text, other.text))}>
          {t("answer.keepBoth")}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => keeper.choose(view.text)}>
          {t("answer.keepMine")}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => keeper.choose(other.text)}>
          {t("answer.keepOther")}
        </Button>
      </ButtonGroup>
    </div>
  );
}
