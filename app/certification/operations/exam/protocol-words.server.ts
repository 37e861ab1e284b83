import { formatTime } from "~/platform/days";
import { formatDateTime, formatDay } from "~/ui/formatting";
import type { Paper } from "../../document/draw-paper.server";
import { lawCheckedOn } from "../../rules/exam/codes";
import type { ProtocolContent } from "../../rules/exam/protocol-content";
import {
  commissionBlock,
  examinedBlock,
  protocolWords,
  reopeningsBlock,
  resultsBlock,
  signaturesBlock,
  type Signature,
} from "./protocol-blocks.server";

/** The protocol as it is printed: the frozen content, its hash, and who signed it when. */
export interface SignedProtocol {
  content: ProtocolContent;
  sha256: string;
  signatures: Signature[];
}

const moment = (at: string) => formatDateTime(at, "cs");

/** Puts a protocol into the words of its paper; it is always in Czech. */
export async function protocolPaper({ content, sha256, signatures }: SignedProtocol): Promise<Paper> {
  const t = await protocolWords();
  const { run, reopenings, provider } = content;
  const present = content.candidates.filter(({ state }) => state === "present");
  return {
    title: t("pdf.title"),
    day: content.day,
    lines: [
      ...(provider ? [provider] : []),
      t("pdf.run", { run: run.name, town: run.town }),
      ...(run.accreditationNumber ? [t("pdf.accreditation", { number: run.accreditationNumber })] : []),
      t("pdf.when", {
        kind: t(`kind.${content.kind}`),
        day: formatDay(content.day, "cs"),
        time: formatTime(content.startMinute),
        place: content.place,
      }),
      t("pdf.parts", { parts: content.parts.map((part) => t(`part.${part}`)).join(", ") }),
    ],
    page: (page, pages) => t("pdf.page", { page, pages }),
    blocks: [
      commissionBlock(content, t),
      examinedBlock(content, t),
      ...(present.length > 0 ? [resultsBlock(present, t)] : []),
      ...(reopenings.length > 0 ? [reopeningsBlock(content, t)] : []),
      signaturesBlock(signatures, t),
    ],
    closing: [
      t("pdf.closed", { at: moment(content.closedAt), name: content.closedBy }),
      t("pdf.hash", { hash: sha256 }),
      t("pdf.unconfirmed", { day: formatDay(lawCheckedOn, "cs") }),
    ],
  };
}

/** File name of a protocol: the day and nothing personal. */
export function protocolFileName(day: string): string {
  return `protokol-zkouska-${day}.pdf`;
}
