import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ButtonGroup,
  ConfirmButton,
  formatDateTime,
  formatDayRange,
  Notice,
  useLanguage,
  useText,
} from "~/ui";
import type { OfferState } from "../../rules/recruitment/place-offers";

/** An offer as one's own page has it; the deadline is an ISO moment. */
export interface OfferOnPage {
  id: string;
  state: OfferState;
  answerBy: string | Date;
  /** The deadline has passed, whatever the state says yet. */
  overdue: boolean;
  run: { name: string; town: string; startsOn: string; endsOn: string };
}

/** A place offered to the person who reads: accept or decline, or what became of it. */
export function OwnOffer({ offer, form }: { offer: OfferOnPage; form: FormState | undefined }) {
  const { t } = useTranslation("recruitment");
  const language = useLanguage();
  const text = useText();
  const until = formatDateTime(offer.answerBy, language);
  if (offer.state === "open" && !offer.overdue) {
    const { name, town, startsOn, endsOn } = offer.run;
    const dates = formatDayRange(startsOn, endsOn, language);
    return (
      <Notice
        tone="success"
        title={t("own.title")}
        action={
          <ButtonGroup>
            {(["accept", "decline"] as const).map((answer) => (
              <ConfirmButton
                key={answer}
                label={t(`own.${answer}`)}
                title={t(`own.${answer}Title`)}
                text={t(`own.${answer}Text`)}
                variant={answer === "accept" ? "primary" : "quiet"}
                confirmVariant={answer === "accept" ? "primary" : "danger"}
                action="/kurz/prihlaska?nabidka"
                values={{ offer: offer.id, answer }}
                state={form?.values.answer === answer ? form : undefined}
              />
            ))}
          </ButtonGroup>
        }
      >
        <p>{t("own.text", { run: name, town, dates })}</p>
        <p>{t("own.until", { until })}</p>
      </Notice>
    );
  }
  if (offer.state === "accepted") return null;
  return (
    <Notice tone="warning">
      {Object.values(form?.errors ?? {})
        .flat()
        .map((error) => (
          <p key={text(error)}>{text(error)}</p>
        ))}
      <p>{offer.state === "open" ? t("own.overdue", { until }) : t(`own.${offer.state}`)}</p>
    </Notice>
  );
}
