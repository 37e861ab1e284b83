import { useEffect } from "react";

/**
 * Opens a term's explanation over the text. Without scripts, or in a browser that cannot do it, the term
 * stays what it is: a link to the list of terms.
 */
export function GlossaryNotes() {
  useEffect(() => {
    const open = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const term = event.target.closest<HTMLAnchorElement>("a[data-term]");
      const note = term && document.getElementById(`pojem-${term.dataset.term}`);
      if (!term || !note || typeof note.showPopover !== "function") return;
      event.preventDefault();
      note.showPopover();
      // Read out at once; the browser returns the focus to the term when the note is closed with Escape.
      note.focus();
    };
    document.addEventListener("click", open);
    return () => document.removeEventListener("click", open);
  }, []);
  return null;
}
