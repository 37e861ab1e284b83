import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerKeeper, type KeepingState } from "./answer-keeper";

interface KeptAnswersProps {
  attemptId: string;
  testKey: string;
  address: string;
}

/** Keeps the answers of the form around it while they are given, and says how that goes. */
export function KeptAnswers({ attemptId, testKey, address }: KeptAnswersProps) {
  const { t } = useTranslation("testing");
  const place = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<KeepingState>("idle");

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const keeper = new AnswerKeeper(form, { attemptId, testKey, address }, setState);
    return () => keeper.end();
  }, [attemptId, testKey, address]);

  return (
    <p ref={place} className="quiz-kept" role="status">
      {t(`kept.${state}`)}
    </p>
  );
}
