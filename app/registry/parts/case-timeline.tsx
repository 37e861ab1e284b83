import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import {
  Disclosure,
  formatMinutesAsHours,
  formatTimeOfDay,
  Timeline,
  useLanguage,
  type TimelineItem,
} from "~/ui";
import type { CaseEvent, ShownActivity } from "../operations/case-events.server";
import { mentorName } from "./mentor-name";

type Look = Pick<TimelineItem, "title" | "text" | "icon" | "tone">;

/** What happened in a case, the newest first. */
export function CaseTimeline({ caseId, events }: { caseId: string; events: CaseEvent[] }) {
  const { t } = useTranslation("registry");
  const lookOf = useLook(caseId);
  return (
    <Timeline
      label={t("case.timeline")}
      items={events.map((event) => ({
        id: event.id,
        at: event.day,
        author: event.author ?? undefined,
        ...lookOf(event),
      }))}
    />
  );
}

function useLook(caseId: string): (event: CaseEvent) => Look {
  const { t } = useTranslation("registry");
  return (event) => {
    switch (event.type) {
      case "referred":
      case "started":
        return { title: t(`event.${event.type}`), icon: event.type === "referred" ? "plus" : "arrowRight" };
      case "reopened":
        return { title: t("event.reopened"), text: event.reason, icon: "arrowLeft", tone: "warning" };
      case "ended": {
        const outcome = t(`outcome.${event.outcome ?? "not_recorded"}`);
        return { title: t("event.ended", { outcome }), text: event.reason, icon: "lock" };
      }
      case "judged":
        return {
          title: t("event.judged", { type: t(`typeShort.${event.clientType}`) }),
          text: event.reason,
          icon: "person",
        };
      case "assigned":
        return {
          title: t("event.assigned", { mentor: mentorName(event.mentor) }),
          icon: "people",
          tone: "info",
        };
      case "unassigned": {
        const reason = t(`endReason.${event.reason ?? "other"}`);
        return {
          title: t("event.unassigned", { mentor: mentorName(event.mentor), reason }),
          text: event.note,
          icon: "people",
        };
      }
      case "activity":
        return {
          title: (
            <span className="inline-block first-letter:uppercase">
              {t(`activity.${event.activity.kind}`)}
            </span>
          ),
          text: <ActivityText caseId={caseId} event={event} />,
          icon: "practice",
          tone: event.activity.result === "done" ? "success" : "warning",
        };
      case "evaluation":
        return {
          title: t(event.successful ? "event.evaluation.successful" : "event.evaluation.unsuccessful"),
          text: <EvaluationText event={event} />,
          icon: "checkCircle",
          tone: event.successful ? "success" : "warning",
        };
    }
  };
}

function ActivityText({
  caseId,
  event,
}: {
  caseId: string;
  event: Extract<CaseEvent, { type: "activity" }>;
}) {
  const { t } = useTranslation("registry");
  return (
    <>
      <ActivityWords activity={event.activity} />
      {event.earlier.length > 0 && (
        <Disclosure summary={t("event.corrected")}>
          {event.earlier.map((activity, index) => (
            <ActivityWords key={index} activity={activity} />
          ))}
        </Disclosure>
      )}
      {event.mayCorrect && (
        <p>
          <Link to={`/pripady/${caseId}/cinnost?zapis=${event.id}`}>{t("event.correct")}</Link>
        </p>
      )}
    </>
  );
}

function ActivityWords({ activity }: { activity: ShownActivity }) {
  const { t } = useTranslation("registry");
  const language = useLanguage();
  const { place, startMinute, minutes, result, note, nextStep } = activity;
  const facts = [
    t(`result.${result}`),
    t(`place.${place}`),
    startMinute === null
      ? null
      : t("event.from", { time: formatTimeOfDay(formatTime(startMinute), language) }),
    minutes > 0 ? formatMinutesAsHours(minutes) : null,
  ];
  return (
    <>
      <p>{facts.filter(Boolean).join(" · ")}</p>
      <p>{note}</p>
      {nextStep && <p>{t("event.nextStep", { text: nextStep })}</p>}
    </>
  );
}

function EvaluationText({ event }: { event: Extract<CaseEvent, { type: "evaluation" }> }) {
  const { t } = useTranslation("registry");
  const short = (code: string) => t(`criterionShort.${code}` as "criterionShort.skills");
  return (
    <>
      <ul>
        {event.answers.map(({ code, met }) => (
          <li key={code}>{t(met ? "event.met" : "event.notMet", { criterion: short(code) })}</li>
        ))}
      </ul>
      {event.comment && (
        <p>
          {t("event.comment")}: {event.comment}
        </p>
      )}
    </>
  );
}
