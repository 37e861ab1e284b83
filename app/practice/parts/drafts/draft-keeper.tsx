import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { AnswerKeeper, type KeeperView } from "~/course/index";
import { onSignOut } from "~/platform/device-memory";
import { Button, ButtonGroup, Icon, useText, VisuallyHidden } from "~/ui";
import { draftPlace, fillForm, textOfForm } from "./draft-place";

export interface DraftKeeperProps {
  formId: string;
  deviceKey: string;
  /** The draft as the portal holds it; version 0 and no text when there is none. */
  draft: { id: string; text: string; version: number };
}

/** Saves a form while it is being filled in, and keeps it on the device while there is no connection. */
export function DraftKeeper({ formId, deviceKey, draft }: DraftKeeperProps) {
  const [keeper, setKeeper] = useState<AnswerKeeper | null>(null);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const { text, version } = draft;
    const made = new AnswerKeeper(draftPlace(deviceKey, draft.id), { text, version }, (shown) =>
      fillForm(form, shown),
    );
    if (made.current().status !== "saved") fillForm(form, made.current().text);
    const onInput = () => made.typed(textOfForm(form));
    form.addEventListener("input", onInput);
    // A button without scripts says which version it saves upon.
    const stopCounting = made.subscribe(() => {
      const field = form.elements.namedItem("draftVersion");
      if (field instanceof HTMLInputElement) field.value = String(Math.max(0, made.current().base));
    });
    const ends = [made.start(), stopCounting, onSignOut(() => made.forget())];
    setKeeper(made);
    return () => {
      form.removeEventListener("input", onInput);
      for (const end of ends) end();
    };
    // The draft is where it starts from; later texts come from the form itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [formId, deviceKey, draft.id]);
  return keeper && <DraftState keeper={keeper} />;
}

const quiet = ["saved", "waiting", "sending"];

function DraftState({ keeper }: { keeper: AnswerKeeper }) {
  const { t } = useTranslation("practice");
  const text = useText();
  const view = useSyncExternalStore(keeper.subscribe, keeper.current, keeper.current);
  const { status } = view;
  if (status === "saved" && view.base <= 0) return null;
  const said = view.refusal ? text(view.refusal) : t(`draft.status.${status}`);
  const trouble = !quiet.includes(status);
  return (
    <>
      <p className="text-ink-soft" data-draft={status}>
        <Icon name={trouble ? "warning" : status === "saved" ? "check" : "clock"} size="sm" /> {said}
      </p>
      {!view.remembered && status !== "saved" && <p>{t("draft.notRemembered")}</p>}
      {/* Read out only when something is wrong: "saving, saved" after each word would be a nuisance. */}
      <VisuallyHidden>
        <span role="status">{trouble ? said : ""}</span>
      </VisuallyHidden>
      {status === "conflict" && view.other && <TwoDrafts keeper={keeper} view={view} />}
    </>
  );
}

/** Another device wrote something else meanwhile: one of the two is to stay. */
function TwoDrafts({ keeper, view }: { keeper: AnswerKeeper; view: KeeperView }) {
  const { t } = useTranslation("practice");
  const other = view.other?.text ?? "";
  return (
    <ButtonGroup>
      <Button size="sm" variant="secondary" onClick={() => keeper.choose(view.text)}>
        {t("draft.keepThis")}
      </Button>
      <Button size="sm" variant="secondary" onClick={() => keeper.choose(other)}>
        {t("draft.keepOther")}
      </Button>
    </ButtonGroup>
  );
}
