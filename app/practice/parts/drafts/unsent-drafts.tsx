import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerKeeper } from "~/course/index";
import { onSignOut } from "~/platform/device-memory";
import { Notice } from "~/ui";
import { draftPlace, rememberedDrafts } from "./draft-place";

/**
 * Sends what was written on this device without a connection and never reached the portal: from a tab that was
 * closed, or before the session ended.
 * @param except id of the draft whose own form is open
 */
export function UnsentDrafts({ deviceKey, except }: { deviceKey: string; except?: string }) {
  const { t } = useTranslation("practice");
  const { revalidate } = useRevalidator();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const keepers = rememberedDrafts(deviceKey)
      .filter((id) => id !== except)
      .map((id) => new AnswerKeeper(draftPlace(deviceKey, id), { text: "", version: 0 }, () => undefined));
    const countLeft = () => keepers.filter((keeper) => keeper.current().status !== "saved").length;
    let before = countLeft();
    const ends = keepers.flatMap((keeper) => [
      keeper.subscribe(() => {
        const now = countLeft();
        if (now < before) revalidate();
        before = now;
        setLeft(now);
      }),
      onSignOut(() => keeper.forget()),
      keeper.start(),
    ]);
    setLeft(before);
    return () => ends.forEach((end) => end());
    // Only an account or another form begins anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [deviceKey, except]);
  if (left === 0) return null;
  return (
    <Notice tone="warning" title={t("draft.unsentTitle", { count: left })}>
      {t("draft.unsentText")}
    </Notice>
  );
}
