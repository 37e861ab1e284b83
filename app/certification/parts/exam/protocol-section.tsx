import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  ConfirmButton,
  DescriptionList,
  formatDateTime,
  LinkButton,
  Notice,
  Section,
  Stack,
  TextArea,
  Time,
  useLanguage,
} from "~/ui";
import type { ExamDayView } from "../../operations/exam/exam-day-view";
import { examReasonLength } from "../../rules/exam/codes";
import { formOfIntent } from "./form-of-candidate";
import { SignatureForm } from "./signature-form";

/** The frozen protocol: its hash, signatures, the file, and what was taken back since. */
export function ProtocolSection({ day, form }: { day: ExamDayView; form: FormState | undefined }) {
  const { t } = useTranslation("exam");
  const language = useLanguage();
  const { protocol, you, state, voided } = day;
  if (!protocol) return null;
  const locked = state === "locked";
  return (
    <Section
      title={t("protocol.title")}
      lead={t(locked ? "protocol.lockedLead" : "protocol.closedLead")}
      actions={
        locked ? (
          <LinkButton to={`/zkousky/${day.id}/protokol`} reloadDocument icon="download">
            {t("protocol.download")}
          </LinkButton>
        ) : undefined
      }
    >
      <Stack>
        <DescriptionList
          items={[
            { label: t("protocol.content"), value: <code className="break-all">{protocol.sha256}</code> },
            protocol.fileSha256 !== null && {
              label: t("protocol.file"),
              value: <code className="break-all">{protocol.fileSha256}</code>,
            },
            protocol.lockedAt !== null && {
              label: t("protocol.lockedAt"),
              value: <Time value={protocol.lockedAt} />,
            },
          ]}
        />
        {voided.map(({ id, name, part, at, by, reason }) => (
          <Notice key={id} tone="warning" title={t("protocol.voided", { name, part: t(`part.${part}`) })}>
            {t("protocol.voidedWhy", { at: formatDateTime(at, language), by, reason })}
          </Notice>
        ))}
        {!locked && you.member && !you.signed && <SignatureForm day={day} form={form} />}
        {!locked && you.signed && <Notice tone="success">{t("sign.done")}</Notice>}
        {!locked && you.chair && (
          <ConfirmButton
            label={t("reopen.label")}
            title={t("reopen.title")}
            text={<p>{t("reopen.text")}</p>}
            values={{ intent: "reopen" }}
            state={formOfIntent(form, "reopen")}
          >
            <TextArea
              name="reason"
              label={t("reopen.reason")}
              rows={2}
              maxLength={examReasonLength}
              lang="cs"
            />
          </ConfirmButton>
        )}
      </Stack>
    </Section>
  );
}
