import { Button, useHydrated } from "~/ui";

/** Prints the page; without JavaScript the browser's own menu does. */
export function PrintButton({ label }: { label: string }) {
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return (
    <Button variant="secondary" icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
