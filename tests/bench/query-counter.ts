import net from "node:net";

/** Stands between a portal and its PostgreSQL server and counts the statements that pass. */
export interface QueryCounter {
  /** Address of the database through the counter. */
  url: string;
  count(): number;
  stop(): Promise<void>;
}

/** Starts a counter before a database. */
export async function countQueriesBefore(databaseUrl: string): Promise<QueryCounter> {
  const target = new URL(databaseUrl);
  let count = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const database = net.connect(Number(target.port), target.hostname);
    const statements = statementReader(() => (count += 1));
    client.on("data", (chunk: Buffer) => {
      statements(chunk);
      database.write(chunk);
    });
    database.on("data", (chunk: Buffer) => client.write(chunk));
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.toString(),
    count: () => count,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Reads what a client says: each message but the very first is a letter, its length and its text. */
function statementReader(found: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let greeted = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = greeted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      // "Q" is a simple query, "E" the execution of a prepared one.
      if (greeted && (rest[0] === 0x51 || rest[0] === 0x45)) found();
      greeted = true;
      rest = rest.subarray(length);
    }
  };
}
