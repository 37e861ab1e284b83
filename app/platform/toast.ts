/** A short message shown once after a redirect; `text` is a catalogue key. */
export interface Toast {
  kind: "success" | "info" | "warning" | "error";
  text: string;
  values?: Record<string, string | number>;
}
