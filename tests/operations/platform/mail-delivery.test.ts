import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { putConfig, readConfig } from "~/platform/config.server";
import { db, inTransaction } from "~/platform/db/index.server";
import type { Letter } from "~/platform/mail/index.server";
import { deliverMail, eraseFailedMail, queueMail } from "~/platform/mail/index.server";
import { resetDatabase, withTestDatabase } from "../../support/database";

withTestDatabase();

const root = mkdtempSync(path.join(tmpdir(), "portal-mail-"));
const now = new Date("2026-05-01T10:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const letter: Letter = {
  to: "jana@example.cz",
  subject: "Pozvánka do portálu: příliš žluťoučký kůň",
  text: "Dobrý den,\n\nzde je odkaz: https://mentor.example.cz/pozvanka?klic=abc&x=1\n.\nTečka sama na řádku výše.\n",
  kind: "invitation",
  at: now,
};
let dataDir: string;

beforeEach(async () => {
  await resetDatabase();
  dataDir = mkdtempSync(path.join(root, "data-"));
  configure();
});
afterAll(() => {
  putConfig(undefined);
  rmSync(root, { recursive: true });
});

function configure(env: Record<string, string> = {}): void {
  putConfig(
    readConfig({
      DATA_DIR: dataDir,
      PORTAL_MODE: "test",
      PUBLIC_URL: "https://mentor.example.cz",
      MAIL_FROM: "Portál Mentor <portal@example.cz>",
      ...env,
    }),
  );
}

const queue = (change: Partial<Letter> = {}) =>
  inTransaction((tx) => queueMail(tx, { ...letter, ...change }));
const outbox = () => readdirSync(path.join(dataDir, "outbox")).sort();
const readOutbox = (name: string) => readFileSync(path.join(dataDir, "outbox", name), "latin1");

/** Header lines unfolded, and the body decoded from quoted-printable. */
function parseMessage(message: string): { headers: Record<string, string>; body: string } {
  const end = message.indexOf("\r\n\r\n");
  const lines = message
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(": ", 1)[0]!.toLowerCase(), line.slice(line.indexOf(": ") + 2)]),
  );
  return { headers, body: decodeQuoted(message.slice(end + 4).replace(/=\r\n/g, "")) };
}

const decodeQuoted = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

const decodeWords = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : decodeQuoted(text.replaceAll("_", " ")),
    );

describe("a queued letter", () => {
  it("is sealed in the database and gone when the transaction fails", async () => {
    await queue();
    const [row] = await db().mail.findMany();
    expect(row).toMatchObject({ kind: "invitation", state: "queued", attempts: 0 });
    expect(JSON.stringify(row)).not.toMatch(/jana|Pozv|odkaz/);
    const failing = inTransaction(async (tx) => {
      await queueMail(tx, letter);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await db().mail.count()).toBe(1);
  });

  it("is refused when the address would reach somebody else", async () => {
    await expect(queue({ to: "a@example.cz\r\nBcc: b@example.cz" })).rejects.toThrow(TypeError);
    expect(await db().mail.count()).toBe(0);
  });
});

describe("without a mail server", () => {
  it("a letter becomes a file any mail program reads, with correct Czech", async () => {
    const id = await queue();
    expect(await deliverMail({ now })).toEqual({ sent: 1, postponed: 0, failed: 0 });
    expect(outbox()).toEqual([`2026-05-01T10-00-00-000Z-${id}.eml`]);
    const raw = readOutbox(outbox()[0]!);
    expect(raw).not.toMatch(/[^\x00-\x7f]/);
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const { headers, body } = parseMessage(raw);
    expect(headers.to).toBe("jana@example.cz");
    expect(decodeWords(headers.from!)).toBe("Portál Mentor <portal@example.cz>");
    expect(decodeWords(headers.subject!)).toBe(letter.subject);
    expect(headers["message-id"]).toBe(`<${id}@mentor.example.cz>`);
    expect(headers["content-type"]).toMatch(/^text\/plain; charset=utf-8/);
    expect(headers.date).toMatch(/01 May 2026 10:00:00/);
    expect(body.replaceAll("\r\n", "\n").trimEnd()).toBe(letter.text.trimEnd());
    expect(statSync(path.join(dataDir, "outbox", outbox()[0]!)).mode & 0o077).toBe(0);
  });

  it("a sent letter keeps only what it was about and when", async () => {
    await queue();
    await deliverMail({ now: later(1) });
    const [row] = await db().mail.findMany();
    expect(row).toMatchObject({
      kind: "invitation",
      state: "sent",
      sentAt: later(1),
      toSealed: null,
      subjectSealed: null,
      textSealed: null,
    });
  });

  it("nothing in a letter becomes a header", async () => {
    await queue({
      subject: "Ahoj\r\nBcc: zlo@example.cz\r\n\r\ntělo",
      text: "Bcc: zlo@example.cz\r\n\r\nX: y",
    });
    await deliverMail({ now });
    const { headers } = parseMessage(readOutbox(outbox()[0]!));
    expect(headers.bcc).toBeUndefined();
    expect(headers.x).toBeUndefined();
    expect(decodeWords(headers.subject!)).toBe("Ahoj Bcc: zlo@example.cz tělo");
  });

  it("each letter goes out once, however many workers there are", async () => {
    for (let index = 0; index < 12; index += 1) await queue({ to: `a${index}@example.cz` });
    const deliveries = await Promise.all(Array.from({ length: 4 }, () => deliverMail({ now })));
    expect(deliveries.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    expect(outbox()).toHaveLength(12);
    expect(await deliverMail({ now: later(60) })).toEqual({ sent: 0, postponed: 0, failed: 0 });
  });

  it("a letter of a worker that died is sent by another when its time is over, into the same file", async () => {
    const id = await queue();
    await db().mail.update({ where: { id }, data: { attempts: 1, nextAttemptAt: later(5) } });
    expect((await deliverMail({ now: later(4) })).sent).toBe(0);
    expect((await deliverMail({ now: later(5) })).sent).toBe(1);
    expect(outbox()).toEqual([`2026-05-01T10-00-00-000Z-${id}.eml`]);
  });

  it("a letter that does not open is postponed and the others go out", async () => {
    const [first, second] = [await queue(), await queue()];
    const { textSealed } = await db().mail.findUniqueOrThrow({ where: { id: first } });
    await db().mail.update({ where: { id: second }, data: { textSealed } });
    expect(await deliverMail({ now })).toEqual({ sent: 1, postponed: 1, failed: 0 });
    expect(await db().mail.findUnique({ where: { id: second } })).toMatchObject({
      state: "queued",
      failure: "UnsealError",
    });
  });
});

describe("with a mail server", () => {
  it("a letter is handed over as it would lie in the outbox", async () => {
    const server = await startMailServer();
    configure({ SMTP_URL: `smtp://127.0.0.1:${server.port}` });
    const id = await queue();
    expect((await deliverMail({ now })).sent).toBe(1);
    await server.stop();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]!.envelope).toEqual([
      "MAIL FROM:<portal@example.cz>",
      "RCPT TO:<jana@example.cz>",
    ]);
    const { headers, body } = parseMessage(server.received[0]!.message);
    expect(decodeWords(headers.subject!)).toBe(letter.subject);
    expect(headers["message-id"]).toBe(`<${id}@mentor.example.cz>`);
    expect(body).toContain("klic=abc&x=1");
  });

  it("a refused letter is tried eight times, ever later, then given up and its texts erased after a month", async () => {
    const server = await startMailServer("451 4.7.1 try later, jana@example.cz");
    configure({ SMTP_URL: `smtp://127.0.0.1:${server.port}` });
    await queue();
    let at = now;
    const states: string[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await deliverMail({ now: at });
      const [row] = await db().mail.findMany();
      states.push(row!.state);
      expect(row).toMatchObject({ attempts: attempt, failure: "451" });
      expect(JSON.stringify(row)).not.toContain("jana");
      at = row!.nextAttemptAt;
    }
    expect(states).toEqual([...Array<string>(7).fill("queued"), "failed"]);
    expect(await deliverMail({ now: later(100_000) })).toEqual({ sent: 0, postponed: 0, failed: 0 });
    expect(await eraseFailedMail({ now: later(60) })).toBe(0);
    expect(await eraseFailedMail({ now: later(60 * 24 * 31) })).toBe(1);
    expect(await db().mail.findFirst()).toMatchObject({ state: "failed", textSealed: null, toSealed: null });
    await server.stop();
  });

  it("a server that is not there postpones the letter", async () => {
    const server = await startMailServer();
    await server.stop();
    configure({ SMTP_URL: `smtp://127.0.0.1:${server.port}` });
    await queue();
    expect(await deliverMail({ now })).toEqual({ sent: 0, postponed: 1, failed: 0 });
    expect(await db().mail.findFirst()).toMatchObject({
      state: "queued",
      attempts: 1,
      nextAttemptAt: later(2),
      failure: "ESOCKET",
    });
  });
});

interface ReceivedMail {
  envelope: string[];
  message: string;
}

/** A mail server of one conversation at a time that takes everything, or refuses every recipient. */
async function startMailServer(refusal?: string) {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let envelope: string[] = [];
    let data: string | null = null;
    let rest = "";
    socket.setEncoding("latin1");
    socket.on("error", () => undefined);
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => {
      rest += chunk.toString();
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== null) {
          if (line === ".") {
            received.push({ envelope, message: data });
            [envelope, data] = [[], null];
            socket.write("250 taken\r\n");
          } else data += `${line.startsWith(".") ? line.slice(1) : line}\r\n`;
          continue;
        }
        const command = line.slice(0, 4).toUpperCase();
        if (command === "MAIL" || command === "RCPT") envelope.push(line.replace(/(>).*$/, "$1"));
        if (command === "RCPT" && refusal) socket.write(`${refusal}\r\n`);
        else if (command === "DATA") {
          data = "";
          socket.write("354 go on\r\n");
        } else if (command === "QUIT") socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, received, stop };
}
