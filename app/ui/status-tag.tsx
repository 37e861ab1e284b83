import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

const TONE_ICON: Record<Tone, IconName | null> = {
  neutral: null,
  info: "clock",
  success: "check",
  warning: "warning",
  danger: "stop",
};

/** A state in a word; the tone is carried by the icon's shape as well as by the colour. */
export function StatusTag({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  const mark = icon ?? TONE_ICON[tone];
  return (
    <span className={`tag tag-${tone}`}>
      {mark ? <Icon name={mark} size="sm" /> : <span className="tag-dot" aria-hidden="true" />}
      {children}
    </span>
  );
}
