import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

/**
 * A `<details>` that behaves like a menu once scripts are here: it closes with Escape, with a press elsewhere
 * and after a link inside was followed.
 */
export function Menu({
  className,
  summary,
  children,
}: {
  className: string;
  summary: ReactNode;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const location = useLocation();

  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [location.key]);

  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const closeOutside = (event: PointerEvent) => {
      if (element.open && event.target instanceof Node && !element.contains(event.target))
        element.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !element.open) return;
      element.open = false;
      element.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);

  return (
    <details ref={details} className={`menu ${className}`}>
      {summary}
      {children}
    </details>
  );
}
