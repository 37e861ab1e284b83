import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icons";
import type { Tone } from "./status-tag";
import { VisuallyHidden } from "./visually-hidden";

export type NoticeTone = Exclude<Tone, "neutral">;

export const noticeIcon: Record<NoticeTone, IconName> = {
  info: "info",
  success: "checkCircle",
  warning: "warning",
  danger: "stop",
};

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}

/** Something to know before going on; stands in the page and stays there. */
export function Notice({ tone = "info", title, action, children }: NoticeProps) {
  const { t } = useTranslation("ui");
  return (
    <div className={`notice notice-${tone}`} role="note">
      <Icon name={noticeIcon[tone]} />
      <div className="notice-words">
        <VisuallyHidden>{t(`notice.${tone}`)}: </VisuallyHidden>
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="notice-text">{children}</div>}
      </div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
