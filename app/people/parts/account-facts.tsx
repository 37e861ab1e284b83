import { useTranslation } from "react-i18next";
import { DescriptionList, formatDateTime, formatDay, pragueDay, StatusTag, useLanguage } from "~/ui";
import type { AccountDetail } from "../operations/read-account.server";
import { EmailText } from "./email-text";

/** What is known of an account beside its roles. */
export function AccountFacts({ person }: { person: AccountDetail }) {
  const { t } = useTranslation("people");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const when = (moment: Date) => formatDateTime(moment, language);
  const day = (moment: Date) => formatDay(pragueDay(moment), language);
  const { invitation } = person;
  return (
    <div className="mb-8">
      <DescriptionList
        columns={3}
        items={[
          person.email !== null && {
            label: t("person.email"),
            value: <EmailText>{person.email}</EmailText>,
          },
          { label: t("person.language"), value: common(`language.${person.language}`) },
          { label: t("person.created"), value: day(person.createdAt) },
          {
            label: t("person.lastSeen"),
            value: person.lastSeenAt ? when(person.lastSeenAt) : t("person.neverSeen"),
          },
          {
            label: t("person.secondFactor"),
            value: (
              <StatusTag tone={person.hasSecondFactor ? "success" : "neutral"}>
                {t(person.hasSecondFactor ? "person.secondFactorOn" : "person.secondFactorOff")}
              </StatusTag>
            ),
          },
          invitation !== null && {
            label: t("person.invitation"),
            value: t("person.invitationWaits", {
              sent: day(invitation.sentAt),
              ends: when(invitation.endsAt),
            }),
          },
          person.state === "invitationExpired" && {
            label: t("person.invitation"),
            value: t("person.invitationOver"),
          },
        ]}
      />
    </div>
  );
}
