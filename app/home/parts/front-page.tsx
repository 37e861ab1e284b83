import { useTranslation } from "react-i18next";
import { ButtonGroup, Card, Grid, Hero, type IconName, LinkButton, Section, StatTile } from "~/ui";

const doors: {
  key: "mentor" | "client" | "referrer" | "victim" | "map" | "verify";
  to: string;
  icon: IconName;
}[] = [
  { key: "mentor", to: "/stranky/jak-se-stat-mentorem", icon: "course" },
  { key: "client", to: "/stranky/pro-klienty", icon: "person" },
  { key: "referrer", to: "/prihlaseni", icon: "case" },
  { key: "victim", to: "/stranky/pomoc-obetem", icon: "lamp" },
  { key: "map", to: "/mapa", icon: "map" },
  { key: "verify", to: "/overeni", icon: "certificate" },
];

/** The public front page. The figures are the programme's published ones (2004–2012). */
export function FrontPage() {
  const { t } = useTranslation("home");
  return (
    <>
      <Hero
        eyebrow={t("front.eyebrow")}
        title={t("front.title")}
        lead={t("front.lead")}
        actions={
          <ButtonGroup>
            <LinkButton to="/kurz/prihlaska" size="lg">
              {t("front.apply")}
            </LinkButton>
            <LinkButton to="/o-sluzbe" variant="secondary" size="lg">
              {t("front.about")}
            </LinkButton>
          </ButtonGroup>
        }
      />
      <Section title={t("front.doors.title")}>
        <Grid min="md">
          {doors.map(({ key, to, icon }) => (
            <Card
              key={key}
              to={to}
              icon={icon}
              title={t(`front.doors.${key}.title`)}
              lead={t(`front.doors.${key}.text`)}
            />
          ))}
        </Grid>
      </Section>
      <Section title={t("front.results.title")} lead={t("front.results.lead")}>
        <Grid min="sm">
          <StatTile label={t("front.results.trained")} value="132" />
          <StatTile label={t("front.results.centres")} value="29" />
          <StatTile label={t("front.results.clients")} value="1 200" />
          <StatTile label={t("front.results.success")} value="50 %" />
        </Grid>
      </Section>
    </>
  );
}
