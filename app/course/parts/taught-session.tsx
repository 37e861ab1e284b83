import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  Card,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Select,
  SubmitButton,
  TextField,
  useLanguage,
} from "~/ui";
import type { TaughtSession } from "../operations/read-sessions.server";

interface TaughtSessionProps {
  session: TaughtSession;
  editable: boolean;
  form: FormState | undefined;
}

/** Teaching that was credited, who was there, and how to put a mistake right. */
export function TaughtSessionCard({ session, editable, form }: TaughtSessionProps) {
  const { t } = useTranslation("course");
  const language = useLanguage();
  const { day, topic, moduleTitle, creditedBy, trainees } = session;
  const counted = trainees.filter(({ reversed }) => !reversed);
  const ownForm = trainees.some(({ entryId }) => entryId === form?.values.entry) ? form : undefined;
  return (
    <Card
      title={`${formatDay(day, language)}: ${topic}`}
      lead={`${moduleTitle}. ${t("session.by", { name: creditedBy })}.`}
    >
      <Disclosure summary={t("session.present", { count: counted.length })} open={ownForm !== undefined}>
        <ul className="attendance" aria-label={t("session.attendance", { title: topic })}>
          {trainees.map(({ entryId, name, hours, reversed }) => (
            <li key={entryId}>
              <span>{name}</span>
              <span>{reversed ? t("session.reversed") : t("hours.teaching", { count: hours })}</span>
            </li>
          ))}
        </ul>
        {editable && counted.length > 0 && (
          <Disclosure summary={t("session.mend")} open={ownForm !== undefined}>
            <MendForm session={session} form={ownForm} />
          </Disclosure>
        )}
      </Disclosure>
    </Card>
  );
}

function MendForm({ session, form }: { session: TaughtSession; form: FormState | undefined }) {
  const { t } = useTranslation("course");
  return (
    <Form state={form} id={`mend-${session.key.replace(/\W/g, "-")}`}>
      <ErrorSummary />
      <p>{t("session.mendText")}</p>
      <HiddenField name="intent" value="reverse" />
      <Select
        name="entry"
        label={t("session.who")}
        empty
        options={session.trainees
          .filter(({ reversed }) => !reversed)
          .map(({ entryId, name }) => ({ value: entryId, label: name }))}
      />
      <TextField name="reason" label={t("session.reason")} maxLength={300} />
      <FormActions>
        <SubmitButton variant="danger">{t("session.reverse")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
