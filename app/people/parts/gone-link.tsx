import type { ReactNode } from "react";
import { ButtonGroup, PageHeader } from "~/ui";

/** A link of a letter that is not good any more: why, and where to go instead. */
export function GoneLink({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-xl">
      <PageHeader title={title} lead={text} actions={<ButtonGroup>{children}</ButtonGroup>} />
    </div>
  );
}
