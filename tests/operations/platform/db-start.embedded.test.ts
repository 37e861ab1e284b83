import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { spawnDatabaseProcess } from "../../support/database-processes";

let server: Server | undefined;
afterEach(() => server?.close());

/** A port where something accepts connections and never answers. */
function silentPort(): Promise<number> {
  const listening = createServer();
  server = listening;
  return new Promise((resolve, reject) => {
    listening.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      if (typeof address === "object" && address) resolve(address.port);
      else reject(new Error("no port"));
    });
  });
}

describe("a server that cannot be used", { timeout: 30_000 }, () => {
  test("because nothing listens: one line with its place, without the password, exit code 1", async () => {
    const port = await silentPort();
    await new Promise((resolve) => server?.close(resolve));
    const address = `postgres://portal:Heslo-123@127.0.0.1:${port}/mentor`;
    expect(await spawnDatabaseProcess({ DATABASE_URL: address }).ended).toEqual({
      code: 1,
      said: `Cannot use the database at 127.0.0.1:${port}/mentor: nothing listens there (ECONNREFUSED).\n`,
    });
  });

  test("because it does not answer: the same within seconds", async () => {
    const port = await silentPort();
    const address = `postgres://portal:Heslo-123@127.0.0.1:${port}/mentor`;
    expect(await spawnDatabaseProcess({ DATABASE_URL: address }).ended).toEqual({
      code: 1,
      said: `Cannot use the database at 127.0.0.1:${port}/mentor: no answer within 5 s.\n`,
    });
  });

  test("because the address is none", async () => {
    expect(await spawnDatabaseProcess({ DATABASE_URL: "postgres://portal:Heslo-123@[x" }).ended).toEqual({
      code: 1,
      said: "DATABASE_URL is not an address of a PostgreSQL database.\n",
    });
  });

  test("because its name is not known", async () => {
    const { code, said } = await spawnDatabaseProcess({
      DATABASE_URL: "postgres://portal:Heslo-123@nowhere.invalid/mentor",
    }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(
      /^Cannot use the database at nowhere\.invalid:5432\/mentor: the host name is not known \(\w+\)\.\n$/,
    );
  });
});
