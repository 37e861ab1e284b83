import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHydrated } from "./hydrated";
import { Icon } from "./icons";
import { type NoticeTone, noticeIcon } from "./notice";
import { useText } from "./texts";

export interface ToastMessage {
  /** A new id shows the message again, even with the same words. */
  id?: string;
  kind: NoticeTone | "error";
  /** A catalogue key with its namespace, or a finished text. */
  text: string;
  values?: Record<string, string | number>;
}

/** What has just happened. Part of the page, so it is there without JavaScript and never covers anything. */
export function Toast({ kind, text, values }: ToastMessage) {
  const { t } = useTranslation("ui");
  const words = useText();
  const hydrated = useHydrated();
  const [dismissed, setDismissed] = useState(false);
  if (dismissed) return null;
  const tone = kind === "error" ? "danger" : kind;
  return (
    <div className={`toast toast-${tone}`}>
      <Icon name={noticeIcon[tone]} />
      <p className="toast-text">{words({ key: text, values })}</p>
      {hydrated && (
        <button
          type="button"
          className="toast-dismiss"
          aria-label={t("toast.dismiss")}
          onClick={() => setDismissed(true)}
        >
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}

/** The live region of the page; it is there before any message, so that messages are announced. */
export function ToastRegion({ toast }: { toast?: ToastMessage | null }) {
  return (
    <div className="toast-region" role="status">
      {toast && <Toast key={toast.id ?? `${toast.kind} ${toast.text}`} {...toast} />}
    </div>
  );
}
