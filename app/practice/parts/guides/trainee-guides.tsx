import { useTranslation } from "react-i18next";
import type { FormState } from "~/platform/form-state";
import {
  Card,
  ConfirmButton,
  ErrorSummary,
  Form,
  FormActions,
  formatDay,
  HiddenField,
  Select,
  SubmitButton,
  useLanguage,
} from "~/ui";

interface TraineeGuidesProps {
  trainee: {
    enrolmentId: string;
    name: string;
    own: boolean;
    guides: readonly { id: string; mentorId: string; name: string; since: string; until: string | null }[];
  };
  mentors: readonly {
    mentorId: string;
    name: string;
    code: string;
    experienced: boolean;
    trainees: number;
  }[];
  /** Id of the row a new assignment gets. */
  newId: string;
  form: FormState | undefined;
}

/** Guides of one trainee, now and earlier, and a form for one more. */
export function TraineeGuides({ trainee, mentors, newId, form }: TraineeGuidesProps) {
  const { t } = useTranslation("practice");
  const language = useLanguage();
  const { enrolmentId, name, own, guides } = trainee;
  const current = guides.filter(({ until }) => until === null);
  const earlier = guides.filter(({ until }) => until !== null);
  const free = mentors.filter(({ mentorId }) => !current.some((guide) => guide.mentorId === mentorId));
  return (
    <Card level={2} icon="person" title={name}>
      <div className="stack">
        {current.length === 0 && <p>{t("guides.none")}</p>}
        <ul className="stack">
          {current.map((guide) => (
            <li key={guide.id} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                <strong>{guide.name}</strong> {t("guides.since", { day: formatDay(guide.since, language) })}
              </span>
              <ConfirmButton
                label={t("guides.end")}
                title={t("guides.endTitle", { name: guide.name })}
                text={<p>{t("guides.endText")}</p>}
                variant="quiet"
                size="sm"
                values={{ intent: "end", guide: guide.id }}
              />
            </li>
          ))}
        </ul>
        {earlier.length > 0 && (
          <ul className="text-muted">
            {earlier.map((guide) => (
              <li key={guide.id}>
                {t("guides.earlier", {
                  name: guide.name,
                  from: formatDay(guide.since, language),
                  to: formatDay(guide.until ?? guide.since, language),
                })}
              </li>
            ))}
          </ul>
        )}
        {!own && free.length > 0 && (
          <Form id={`guide-${enrolmentId}`} state={form?.values.enrolment === enrolmentId ? form : undefined}>
            <ErrorSummary />
            <HiddenField name="intent" value="assign" />
            <HiddenField name="id" value={newId} />
            <HiddenField name="enrolment" value={enrolmentId} />
            <Select
              name="mentor"
              label={t("guides.add")}
              options={free.map(({ mentorId, name: mentor, code, experienced, trainees }) => ({
                value: mentorId,
                label: t(experienced ? "guides.experienced" : "guides.mentor", {
                  name: mentor,
                  code,
                  count: trainees,
                }),
              }))}
            />
            <FormActions>
              <SubmitButton variant="secondary">{t("guides.assign")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </div>
    </Card>
  );
}
