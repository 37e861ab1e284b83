import { useTranslation } from "react-i18next";
import { Disclosure, EmptyState, Time } from "~/ui";
import type { SentMessage } from "../../operations/overview/sent-messages.server";

/** What was written, to whom, and how many have opened it. */
export function SentMessages({ messages }: { messages: readonly SentMessage[] }) {
  const { t } = useTranslation("overview");
  if (messages.length === 0)
    return <EmptyState level={3} title={t("messages.noneSent")} text={t("messages.noneSentText")} />;
  return (
    <ul className="messages">
      {messages.map(({ id, subject, text, sender, recipient, sentAt, read, of }) => (
        <li key={id}>
          <Disclosure summary={subject}>
            <p className="written">{text}</p>
          </Disclosure>
          <p className="message-meta">
            {recipient ? t("messages.sentToOne", { name: recipient }) : t("messages.sentToAll")} · {sender} ·{" "}
            <Time value={sentAt} /> ·{" "}
            {recipient
              ? t(read > 0 ? "messages.readByOne" : "messages.unreadByOne")
              : t("messages.readBy", { read, of })}
          </p>
        </li>
      ))}
    </ul>
  );
}
