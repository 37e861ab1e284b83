import { useTranslation } from "react-i18next";
import { VisuallyHidden } from "~/ui";
import type { ParagraphChange } from "../../rules/learning/text-changes";

/** Changed paragraphs under their headings; what stayed the same is left out. */
export function TextChanges({ changes }: { changes: readonly ParagraphChange[] }) {
  const shown = changes.filter(({ kind }) => kind !== "same");
  return (
    <div className="changes" lang="cs">
      {shown.map((change, index) => (
        <div key={index} className="change">
          {change.heading !== shown[index - 1]?.heading && <h3>{change.heading}</h3>}
          <Change change={change} />
        </div>
      ))}
    </div>
  );
}

function Change({ change }: { change: ParagraphChange }) {
  const { t } = useTranslation("learning");
  switch (change.kind) {
    case "changed":
      return (
        <div className="change-pair">
          <div>
            <p className="change-side">{t("changes.before")}</p>
            <p>
              {change.words.map(({ kind, text }, index) =>
                kind === "added" ? null : kind === "removed" ? <del key={index}>{text} </del> : `${text} `,
              )}
            </p>
          </div>
          <div>
            <p className="change-side">{t("changes.after")}</p>
            <p>
              {change.words.map(({ kind, text }, index) =>
                kind === "removed" ? null : kind === "added" ? <ins key={index}>{text} </ins> : `${text} `,
              )}
            </p>
          </div>
        </div>
      );
    case "removed":
      return (
        <p>
          <VisuallyHidden>{t("changes.removed")}: </VisuallyHidden>
          <del>{change.text}</del>
        </p>
      );
    case "added":
      return (
        <p>
          <VisuallyHidden>{t("changes.added")}: </VisuallyHidden>
          <ins>{change.text}</ins>
        </p>
      );
    case "same":
      return <p>{change.text}</p>;
  }
}
