import type { ReactNode } from "react";
import { Card, PageHeader } from "~/ui";

/** A page with one short form before somebody is in: narrow, the form on a card, other ways under it. */
export function Door({
  title,
  lead,
  children,
  after,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  after?: ReactNode;
}) {
  return (
    <div className="mx-auto w-full max-w-xl">
      <PageHeader title={title} lead={lead} />
      <Card>{children}</Card>
      {after && <div className="stack mt-8">{after}</div>}
    </div>
  );
}
