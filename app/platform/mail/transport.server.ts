import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { config } from "../config.server";
import { messageId, outboxFileName } from "./letter";

/** A letter as it goes out. */
export interface OutgoingLetter {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: Date;
}

/** A way out for letters. */
export interface MailTransport {
  send(letter: OutgoingLetter): Promise<void>;
  close(): void;
}

/** The way the configuration says: a mail server, or files in `DATA_DIR/outbox`. */
export function openTransport(): MailTransport {
  const { smtpUrl, dataDir } = config();
  return smtpUrl === null ? outboxTransport(path.join(dataDir, "outbox")) : smtpTransport(smtpUrl);
}

function smtpTransport(url: string): MailTransport {
  const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };
  const transporter = createTransport({ url, pool: true, maxConnections: 1, ...timeouts });
  return {
    send: async (letter) => {
      await transporter.sendMail(message(letter));
    },
    close: () => transporter.close(),
  };
}

/** A letter appears in the folder whole or not at all; sent twice, it is the same file. */
function outboxTransport(folder: string): MailTransport {
  const transporter = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  return {
    send: async (letter) => {
      const { message: content } = await transporter.sendMail(message(letter));
      const file = path.join(folder, outboxFileName(letter.id, letter.createdAt));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.part`, content, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => transporter.close(),
  };
}

function message({ id, to, subject, text, createdAt }: OutgoingLetter) {
  const { mailFrom, publicUrl } = config();
  return {
    from: mailFrom,
    to: { name: "", address: to },
    subject,
    text,
    date: createdAt,
    messageId: messageId(id, publicUrl),
    textEncoding: "quoted-printable" as const,
    // Answers of machines to a machine help nobody.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
