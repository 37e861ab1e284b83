import { useTranslation } from "react-i18next";
import { ButtonGroup, Card, Columns, LinkButton, PageHeader, Section } from "~/ui";

const back = encodeURIComponent("/kurz/prihlaska");

/** What a visitor reads before applying. */
export function ApplyIntroduction() {
  const { t } = useTranslation("course");
  return (
    <>
      <PageHeader title={t("apply.title")} lead={t("apply.lead")} />
      <Columns
        main={
          <>
            <Section title={t("apply.forWhom")}>
              <ul className="plain-points">
                <li>{t("apply.conditions.age")}</li>
                <li>{t("apply.conditions.record")}</li>
                <li>{t("apply.conditions.minority")}</li>
              </ul>
            </Section>
            <Section title={t("apply.whatNext")}>
              <ol className="plain-points">
                <li>{t("apply.steps.apply")}</li>
                <li>{t("apply.steps.talk")}</li>
                <li>{t("apply.steps.place")}</li>
              </ol>
            </Section>
          </>
        }
        side={
          <Card tone="clay" icon="person" level={2} title={t("apply.visitorTitle")}>
            <p>{t("apply.visitorText")}</p>
            <ButtonGroup>
              <LinkButton to={`/registrace?dal=${back}`}>{t("apply.register")}</LinkButton>
              <LinkButton to={`/prihlaseni?dal=${back}`} variant="secondary">
                {t("apply.signIn")}
              </LinkButton>
            </ButtonGroup>
          </Card>
        }
      />
    </>
  );
}
