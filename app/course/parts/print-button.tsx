import type { ReactNode } from "react";
import { Button, useHydrated } from "~/ui";

/** Prints the page; without scripts the browser's own menu does it. */
export function PrintButton({ children }: { children: ReactNode }) {
  return useHydrated() ? (
    <Button variant="quiet" icon="print" onClick={() => window.print()}>
      {children}
    </Button>
  ) : null;
}
