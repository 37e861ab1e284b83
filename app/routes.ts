import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the portal and the page that answers it. */
export default [
  index("home/pages/home.tsx"),
  route("jazyk", "i18n/pages/set-language.ts"),
  route("vzhled", "home/pages/set-theme.ts"),
  route("o-sluzbe", "home/pages/about.tsx"),
  route("stranky/:page", "home/pages/public-page.tsx"),

  // Signing in and one's own account
  route("prihlaseni", "people/pages/sign-in.tsx"),
  route("prihlaseni/overeni", "people/pages/second-factor.tsx"),
  route("odhlaseni", "people/pages/sign-out.tsx"),
  route("registrace", "people/pages/register.tsx"),
  route("registrace/potvrzeni/:token", "people/pages/confirm-email.tsx"),
  route("pozvanka/:token", "people/pages/accept-invitation.tsx"),
  route("zapomenute-heslo", "people/pages/forgotten-password.tsx"),
  route("nove-heslo/:token", "people/pages/reset-password.tsx"),
  route("ucet", "people/pages/own-account.tsx"),
  route("ucet/heslo", "people/pages/change-password.tsx"),
  route("ucet/relace", "people/pages/own-sessions.tsx"),
  route("ucet/dvoufazove-overeni", "people/pages/second-factor-setup.tsx"),

  // Accounts and organisations
  route("lide", "people/pages/accounts.tsx"),
  route("lide/pozvat", "people/pages/invite.tsx"),
  route("lide/:id", "people/pages/account.tsx"),
  route("organizace", "people/pages/organisations.tsx"),
  route("organizace/nova", "people/pages/new-organisation.tsx"),
  route("organizace/:id", "people/pages/organisation.tsx"),

  // The course
  route("kurz", "course/pages/course.tsx"),
  route("kurz/prihlaska", "course/pages/apply.tsx"),
  route("kurz/slovnik", "course/pages/glossary.tsx"),
  route("kurz/:module/:lesson", "course/pages/lesson.tsx"),
  route("kurz/:module/:lesson/test", "course/pages/quiz.tsx"),
  route("kurz/:module/:lesson/text", "course/pages/lesson-text.ts"),
  route("kurz/:module/:lesson/misto", "course/pages/reading-place.ts"),
  route("prihlasky", "course/pages/applications.tsx"),
  route("prihlasky/:id", "course/pages/application.tsx"),
  route("behy", "course/pages/runs.tsx"),
  route("behy/novy", "course/pages/new-run.tsx"),
  route("behy/:id", "course/pages/run.tsx"),
  route("behy/:id/vyuka", "course/pages/in-person-session.tsx"),
  route("behy/:id/zkouska", "certification/pages/exam.tsx"),
  route("behy/:id/ucastnik/:enrolment", "certification/pages/trainee.tsx"),

  // Practice and supervision
  route("praxe", "practice/pages/entries.tsx"),
  route("praxe/slib", "practice/pages/pledge.tsx"),
  route("praxe/novy", "practice/pages/new-entry.tsx"),
  route("praxe/ke-schvaleni", "practice/pages/review-queue.tsx"),
  route("praxe/:id", "practice/pages/entry.tsx"),
  route("supervize", "practice/pages/supervisions.tsx"),
  route("supervize/nova", "practice/pages/new-supervision.tsx"),
  route("supervize/:id", "practice/pages/supervision.tsx"),

  // Certification
  route("osvedceni", "certification/pages/register.tsx"),
  route("osvedceni/:id", "certification/pages/certificate.tsx"),
  route("osvedceni/:id/pdf", "certification/pages/certificate-pdf.ts"),
  route("overeni", "certification/pages/verify-form.tsx"),
  route("overeni/:code", "certification/pages/verify.tsx"),

  // The case registry
  route("pripady", "registry/pages/cases.tsx"),
  route("pripady/doporucit", "registry/pages/refer.tsx"),
  route("pripady/:id", "registry/pages/case.tsx"),
  route("pripady/:id/prirazeni", "registry/pages/assign.tsx"),
  route("pripady/:id/cinnost", "registry/pages/log-activity.tsx"),
  route("pripady/:id/hodnoceni", "registry/pages/evaluate.tsx"),
  route("pripady/:id/ukonceni", "registry/pages/close-case.tsx"),
  route("vykazy", "registry/pages/report.tsx"),
  route("vykazy/csv", "registry/pages/report-csv.ts"),

  // Incidents and maps
  route("incidenty", "incidents/pages/incidents.tsx"),
  route("incidenty/nahlasit", "incidents/pages/report-incident.tsx"),
  route("incidenty/mapa", "incidents/pages/map.tsx"),
  route("incidenty/mapa/data", "incidents/pages/map-data.ts"),
  route("incidenty/:id", "incidents/pages/incident.tsx"),
  route("mapa", "incidents/pages/public-map.tsx"),
  route("mapa/data", "incidents/pages/public-map-data.ts"),
  route("mapa/obce", "incidents/pages/municipality-search.ts"),
  route("mapa/hranice", "incidents/pages/boundaries.ts"),
  route("mapa/dlazdice/:z/:x/:y", "incidents/pages/tile.ts"),

  route("*", "home/pages/not-found.tsx"),
] satisfies RouteConfig;
