import { translator } from "~/i18n/i18n.server";
import { formatNumber } from "~/ui/formatting";
import type { RunRecord } from "./collect.server";

/** The accreditation file is in Czech whatever language who asks for it reads. */
export async function exportWords() {
  const t = await translator("cs", "overview");
  const course = await translator("cs", "course");
  return {
    t,
    course,
    yesNo: (value: boolean) => t(value ? "file.yes" : "file.no"),
    hours: (minutes: number, hour: number) => formatNumber(minutes / hour, "cs", 2),
  };
}
export type ExportWords = Awaited<ReturnType<typeof exportWords>>;

/** Participants by enrolment. */
export function participantsById(record: RunRecord) {
  return new Map(record.participants.map((participant) => [participant.enrolmentId, participant]));
}
