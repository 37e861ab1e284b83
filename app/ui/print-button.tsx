import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";

export interface PrintButtonProps {
  children: ReactNode;
  variant?: ButtonVariant;
}

/**
 * Opens the browser's print dialog. It has its place from the start, so that nothing beside it moves when
 * scripts come; without them it is hidden and people print from the browser's menu.
 */
export function PrintButton({ children, variant = "quiet" }: PrintButtonProps) {
  return (
    <Button variant={variant} icon="print" className="js-only" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
