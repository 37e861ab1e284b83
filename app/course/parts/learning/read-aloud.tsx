import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui";
import { czechVoice, speechParts } from "../../rules/learning/speech-parts";

/** What is read: paragraphs of the text, without fields, tables and drawings. */
const readable = ".lesson-text :is(h2, h3, p, li, blockquote, dt, dd)";
const skipped = ".worksheet, .figure-text, .table-scroll, svg, figcaption";

type Speaking = "silent" | "speaking" | "paused";

/** Reads the lesson aloud with the device's own Czech voice; not there when the device has none. */
export function ReadAloud() {
  const { t } = useTranslation("learning");
  const voice = useCzechVoice();
  const [state, setState] = useState<Speaking>("silent");
  const marked = useRef<Element | null>(null);
  const turn = useRef(0);

  const mark = useCallback((element: Element | null) => {
    marked.current?.classList.remove("being-read");
    marked.current = element;
    element?.classList.add("being-read");
    element?.scrollIntoView({ block: "nearest" });
  }, []);

  const stop = useCallback(() => {
    turn.current += 1;
    window.speechSynthesis?.cancel();
    mark(null);
    setState("silent");
  }, [mark]);

  useEffect(() => {
    const silence = () => window.speechSynthesis?.cancel();
    window.addEventListener("pagehide", silence);
    return () => {
      window.removeEventListener("pagehide", silence);
      silence();
    };
  }, []);

  if (!voice) return null;

  const readFrom = (paragraphs: readonly Element[], index: number, mine: number): void => {
    const element = paragraphs[index];
    if (mine !== turn.current) return;
    if (!element) return stop();
    mark(element);
    const parts = speechParts(element.textContent ?? "");
    const next = () => readFrom(paragraphs, index + 1, mine);
    if (parts.length === 0) return next();
    parts.forEach((part, order) => {
      const words = new SpeechSynthesisUtterance(part);
      words.voice = voice;
      words.lang = voice.lang;
      if (order === parts.length - 1) words.onend = next;
      words.onerror = ({ error }) => {
        if (mine === turn.current && error !== "canceled" && error !== "interrupted") stop();
      };
      window.speechSynthesis.speak(words);
    });
  };

  const start = () => {
    stop();
    setState("speaking");
    const paragraphs = readableParagraphs();
    const seen = paragraphs.findIndex((element) => element.getBoundingClientRect().bottom > 80);
    readFrom(paragraphs, Math.max(0, seen), turn.current);
  };
  const pause = () => {
    window.speechSynthesis.pause();
    setState("paused");
  };
  const resume = () => {
    window.speechSynthesis.resume();
    setState("speaking");
  };

  return (
    <div className="read-aloud" role="group" aria-label={t("aloud.label")}>
      {state === "silent" && (
        <Button variant="quiet" icon="play" onClick={start}>
          {t("aloud.start")}
        </Button>
      )}
      {state === "speaking" && (
        <Button variant="secondary" icon="pause" onClick={pause}>
          {t("aloud.pause")}
        </Button>
      )}
      {state === "paused" && (
        <Button variant="secondary" icon="play" onClick={resume}>
          {t("aloud.resume")}
        </Button>
      )}
      {state !== "silent" && (
        <Button variant="quiet" icon="cross" onClick={stop}>
          {t("aloud.stop")}
        </Button>
      )}
    </div>
  );
}

function readableParagraphs(): Element[] {
  return [...document.querySelectorAll(readable)].filter(
    (element) => !element.closest(skipped) && !element.querySelector("p, li"),
  );
}

function useCzechVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const speech = window.speechSynthesis;
    if (!speech) return;
    const look = () => setVoice(czechVoice(speech.getVoices()));
    look();
    // Some browsers learn their voices only after a while.
    speech.addEventListener?.("voiceschanged", look);
    return () => speech.removeEventListener?.("voiceschanged", look);
  }, []);
  return voice;
}
