import { useEffect } from "react";
import { lessonLink, type LessonLinkParts } from "../../lesson-links";

export interface OfflineCopyProps {
  lesson: LessonLinkParts & { title: string; htmlKey: string };
  /** Null: this reader may not keep lessons, and what the device has is put away. */
  deviceKey: string | null;
  /** Answers of this reader are saved by the portal. */
  student: boolean;
}

/**
 * Lets the device keep the text of an opened lesson for when there is no connection (public/lekce-offline.js):
 * the text only, never the page with somebody's name, hours and answers.
 */
export function OfflineCopy({ lesson, deviceKey, student }: OfflineCopyProps) {
  const { id, moduleId, title, htmlKey } = lesson;
  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const path = lessonLink({ id, moduleId });
    const told = async () => {
      if (deviceKey === null) {
        const known = await workers.getRegistration("/");
        known?.active?.postMessage({ kind: "forget" });
        return;
      }
      await workers.register("/lekce-offline.js", { scope: "/" });
      const { active } = await workers.ready;
      active?.postMessage({
        kind: "keep",
        owner: deviceKey,
        student,
        path,
        title,
        lesson: id,
        text: `${path}/text?v=${htmlKey}`,
      });
    };
    // A browser without room or permission for it reads lessons online, as before.
    told().catch(() => undefined);
  }, [id, moduleId, title, htmlKey, deviceKey, student]);
  return null;
}
