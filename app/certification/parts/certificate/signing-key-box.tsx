import { useTranslation } from "react-i18next";
import { Card, ConfirmButton, formatDateTime, type FormState, useLanguage } from "~/ui";

interface SigningKeyBoxProps {
  keys: { current: { id: string; createdAt: string } | null; retired: number };
  mayRotate: boolean;
  state: FormState | undefined;
}

/** The key that signs badges, and how to change it for another. */
export function SigningKeyBox({ keys: { current, retired }, mayRotate, state }: SigningKeyBoxProps) {
  const { t } = useTranslation("certification");
  const language = useLanguage();
  return (
    <Card title={t("keys.title")} level={2} icon="shield">
      <div className="stack">
        {current ? (
          <>
            <p>{t("keys.since", { at: formatDateTime(current.createdAt, language) })}</p>
            <p>
              <code className="text-xs break-all">{current.id}</code>
            </p>
          </>
        ) : (
          <p>{t("keys.none")}</p>
        )}
        {retired > 0 && <p>{t("keys.retired", { count: retired })}</p>}
        <p>
          <a href="/odznaky/klice">{t("keys.published")}</a>
        </p>
        {current && mayRotate && (
          <ConfirmButton
            label={t("keys.rotate")}
            title={t("keys.rotateTitle")}
            text={<p>{t("keys.rotateText")}</p>}
            values={{ intent: "rotate", key: current.id }}
            state={state}
          />
        )}
      </div>
    </Card>
  );
}
