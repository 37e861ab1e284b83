import { useTranslation } from "react-i18next";
import { formatTime } from "~/platform/days";
import {
  CheckboxGroup,
  DateField,
  FieldRow,
  Fieldset,
  formatDay,
  formatNumber,
  Select,
  TextField,
  TimeField,
  useLanguage,
  useText,
} from "~/ui";
import type { CandidateOption, ExamOptions } from "../../operations/exam/exam-options.server";
import { placeLength } from "../../rules/exam/codes";
import { shareText } from "../admission-sum";

interface Defaults {
  day?: string;
  startMinute?: number;
  place?: string;
  parts?: readonly string[];
  candidates?: readonly string[];
  chair?: string | undefined;
  second?: string | undefined;
  third?: string | undefined;
}

/** Fields of a planned exam day: when and where, who is examined, and by whom. */
export function ExamDayFields({ options, defaults }: { options: ExamOptions; defaults: Defaults }) {
  const { t } = useTranslation("exam");
  const text = useText();
  const people = useCandidateOptions(options.candidates, defaults.candidates ?? []);
  const members = options.members.map(({ accountId, name, roles, guide }) => ({
    value: accountId,
    label: `${name} (${roles.map((role) => text(`common:role.${role}`)).join(", ")}${guide ? `, ${t("plan.guide")}` : ""})`,
  }));
  return (
    <>
      <FieldRow>
        <DateField name="day" label={t("plan.day")} min={options.today} defaultValue={defaults.day} />
        <TimeField
          name="from"
          label={t("plan.from")}
          defaultValue={formatTime(defaults.startMinute ?? 540)}
        />
      </FieldRow>
      <TextField
        name="place"
        label={t("plan.place")}
        hint={t("plan.placeHint")}
        maxLength={placeLength}
        defaultValue={defaults.place ?? ""}
        lang="cs"
      />
      <CheckboxGroup
        name="parts"
        label={t("plan.parts")}
        options={options.parts.map((value) => ({ value, label: t(`part.${value}`) }))}
        defaultValue={defaults.parts ?? options.parts}
      />
      <CheckboxGroup
        name="candidates"
        label={t("plan.candidates")}
        hint={t("plan.candidatesHint")}
        options={people}
        defaultValue={defaults.candidates ?? []}
      />
      <Fieldset legend={t("plan.commission")} hint={t("plan.commissionHint")}>
        {(["chair", "second", "third"] as const).map((seat) => (
          <Select
            key={seat}
            name={seat}
            label={t(`plan.${seat}`)}
            options={members}
            defaultValue={defaults[seat] ?? ""}
          />
        ))}
      </Fieldset>
    </>
  );
}

/** Everybody of the run; who cannot be added says why. */
function useCandidateOptions(candidates: readonly CandidateOption[], chosen: readonly string[]) {
  const { t } = useTranslation("exam");
  const text = useText();
  const language = useLanguage();
  return candidates.map(({ enrolmentId, name, admission, refusal, deadlines }) => {
    const sum = admission[admission.inForce];
    const values = { ...refusal?.values, name, missing: formatNumber(sum.missing, language, 2) };
    const code = refusal?.code === "notAdmitted" ? `notAdmittedIn.${sum.basis}` : refusal?.code;
    const until = deadlines.resits[0]?.until ?? deadlines.substituteUntil;
    const share = t("plan.share", { share: shareText(sum, language) });
    const hint = code
      ? text({ key: `exam:candidacy.${code}`, values })
      : until
        ? `${share} ${t("plan.until", { day: formatDay(until, language) })}`
        : share;
    return {
      value: enrolmentId,
      label: name,
      hint,
      disabled: refusal !== null && !chosen.includes(enrolmentId),
    };
  });
}
