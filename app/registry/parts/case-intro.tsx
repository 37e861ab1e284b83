import { PageHeader } from "~/ui";
import type { CaseBrief } from "../operations/read-case-brief.server";

/** The head of a form about a case: whose it is, and what the form does. */
export function CaseIntro({ brief, title, lead }: { brief: CaseBrief; title: string; lead: string }) {
  return (
    <PageHeader
      eyebrow={brief.name ? `${brief.name} · ${brief.code}` : brief.code}
      title={title}
      lead={lead}
    />
  );
}
