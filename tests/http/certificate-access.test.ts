import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { permissionsOfRole, type Permission } from "../../app/access/permissions";
import { roles, type Role } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";

/** Routes of certificates as everybody: who is let in follows from the table and from whose the certificate is. */

const everybody = ["visitor", ...roles] as const;
type Somebody = (typeof everybody)[number];
const may = (who: Somebody, permission: Permission) =>
  who !== "visitor" && Boolean(permissionsOfRole[who as Role][permission]);
const absent = "00000000-0000-4000-8000-000000000000";

/** Certificates a role is shown. */
async function certificatesOf(role: Role, query = ""): Promise<string[]> {
  return linksIn(await (await get(`/osvedceni${query}`, role)).text(), /^\/osvedceni\/([0-9a-f-]{36})$/);
}

async function codeOf(id: string): Promise<string> {
  const html = await (await get(`/osvedceni/${id}`, "coordinator")).text();
  return linksIn(html, /^\/overeni\/([0-9A-Z-]{23})$/)[0]!;
}

async function closedRun(): Promise<string> {
  const runs = linksIn(await (await get("/behy", "coordinator")).text(), /^\/behy\/([0-9a-f-]{36})$/);
  for (const id of runs) {
    const html = await (await get(`/behy/${id}/osvedceni`, "coordinator")).text();
    if (html.includes(`/behy/${id}/osvedceni/zip`)) return id;
  }
  throw new Error("The demo has no run with certificates");
}

describe("a badge", () => {
  it("is downloaded by its holder; whoever else may read the certificate may not", async () => {
    const [own] = await certificatesOf("mentor");
    const file = `/osvedceni/${own}/odznak/soubor`;
    const answer = await get(file, "mentor");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/vc+jwt");
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    const jwt = await answer.text();
    const [header, payload] = jwt
      .split(".")
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>);
    expect(JSON.stringify(payload)).not.toMatch(/"birth|demo\.test/);
    const key = await get(new URL(String(header!.kid)).pathname);
    expect(key.status).toBe(200);
    expect(await key.json()).not.toHaveProperty("d");
    for (const who of ["coordinator", "trainer"] as const) {
      expect((await get(`/osvedceni/${own}/odznak`, who)).status, who).toBe(200);
      expect((await get(file, who)).status, who).toBe(403);
    }
    expect((await get(file, "trainee")).status).toBe(404);
    expect((await get(file)).status).toBe(302);
    for (const id of [absent, "neni-id"]) {
      expect((await get(`/osvedceni/${id}/odznak/soubor`, "mentor")).status).toBe(404);
    }
    for (const who of everybody.filter((one) => one !== "visitor" && !may(one, "certificate:read"))) {
      expect((await get(file, who)).status, who).toBe(403);
    }
  });
});

describe("what is published about badges", () => {
  it.each([
    ["/odznaky/klice", "application/jwk-set+json"],
    ["/odznaky/vydavatel", "application/json"],
    ["/odznaky/mentor", "application/json"],
    ["/odznaky/stav", "application/vc+jwt"],
  ])("%s is open to everybody and to verifiers on other sites", async (path, type) => {
    for (const who of ["visitor", "mentor", "administrator"]) {
      const answer = await get(path, who);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")?.split(";")[0]).toBe(type);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(await answer.text()).not.toMatch(/demo\.test|"d":/);
    }
    expect((await post(path, {})).status).toBe(405);
  });

  it("an unknown key is not there", async () => {
    expect((await get("/odznaky/klice/neznamy")).status).toBe(404);
  });
});

describe("the exported register", () => {
  it("is for those who keep the list, and only with a purpose", async () => {
    for (const who of everybody) {
      const answer = await get("/osvedceni/export?ucel=funder", who);
      await answer.arrayBuffer();
      const expected = may(who, "certificate:list") ? 200 : who === "visitor" ? 302 : 403;
      expect(answer.status, who).toBe(expected);
    }
    for (const query of ["", "?ucel=", "?ucel=jen-tak"]) {
      expect((await get(`/osvedceni/export${query}`, "coordinator")).status, query).toBe(422);
    }
    const answer = await get("/osvedceni/export?ucel=archive&stav=revoked", "trainer");
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    const csv = await answer.text();
    expect(csv).toContain(";zrušeno;");
    expect(csv).not.toContain(";platí;");
  });

  it("a spoilt filter of the register is left out", async () => {
    const answer = await get("/osvedceni?strana=-1&stav=x&beh=x&rok=x&hledat=%00", "coordinator");
    expect(answer.status).toBeLessThan(500);
  });
});

describe("the form of the certificate", () => {
  const path = "/osvedceni/sablona";

  it("is for those who keep it", async () => {
    for (const who of everybody) {
      const expected = may(who, "template:manage") ? 200 : who === "visitor" ? 302 : 403;
      for (const address of [path, `${path}/nahled`, `${path}/nahled?verze=1`]) {
        const answer = await get(address, who);
        await answer.arrayBuffer();
        expect(answer.status, `${address} as ${who}`).toBe(expected);
      }
    }
    expect((await get(`${path}/nahled?verze=999`, "coordinator")).status).toBe(404);
    expect((await get(`${path}/nahled?verze=abc`, "coordinator")).status).toBe(404);
  });

  it("is changed by nobody who answers for a region alone", async () => {
    const rotation = { intent: "rotate", key: "neznamy" };
    expect((await post(path, rotation, "coordinator")).status).toBe(403);
    const spoilts: Record<string, string>[] = [{}, { intent: "jiny" }, { intent: "rotate" }];
    for (const spoilt of spoilts) expect((await post(path, spoilt, "coordinator")).status).toBe(422);
    expect(await (await get(path, "coordinator")).text()).not.toContain('name="providerName"');
  });

  it("is not previewed when it is not filled in, nor for those who do not keep it", async () => {
    expect((await post(`${path}/nahled`, {}, "coordinator")).status).toBe(422);
    expect((await post(`${path}/nahled`, {})).status).toBe(401);
    expect((await post(`${path}/nahled`, {}, "trainer")).status).toBe(403);
  });

  it("is previewed as it is being written", async () => {
    const form = {
      providerFrom: "template",
      providerName: "Zkouška & spol.",
      programme: "Mentor",
      accreditation: "č. {číslo}",
      signature1: "podpis",
    };
    const answer = await post(`${path}/nahled`, form, "coordinator");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect((await get(`${path}/nahled?verze=3`, "coordinator")).status).toBe(404);
  });
});

describe("certifying a run at once", () => {
  it("names what is wrong in the form, and the archive holds the same bytes every time", async () => {
    const run = await closedRun();
    const path = `/behy/${run}/osvedceni`;
    const spoilt: Record<string, string>[] = [{}, { enrolments: "neni-id" }];
    for (const fields of spoilt) {
      const answer = await post(path, fields, "coordinator");
      expect(answer.status).toBe(422);
    }
    const foreign = await post(path, { enrolments: absent }, "coordinator");
    expect(foreign.status).toBe(200);
    expect(await foreign.text()).toContain("Tenhle účastník v běhu není.");
    const hashes = await Promise.all(
      [0, 1].map(async () => {
        const answer = await get(`${path}/zip`, "coordinator");
        expect(answer.headers.get("Content-Type")).toBe("application/zip");
        return createHash("sha256")
          .update(Buffer.from(await answer.arrayBuffer()))
          .digest("hex");
      }),
    );
    expect(hashes[0]).toBe(hashes[1]);
    for (const who of ["mentor", "trainee", "administrator"]) {
      expect((await get(path, who)).status, who).toBe(403);
      expect((await get(`${path}/zip`, who)).status, who).toBe(403);
      expect((await post(path, { enrolments: absent }, who)).status, who).toBe(403);
    }
    expect((await get(`/behy/${absent}/osvedceni/zip`, "coordinator")).status).toBe(404);
  });
});

describe("ending a certificate", () => {
  it("is for the coordinator, with everything filled in", async () => {
    const [id] = await certificatesOf("coordinator", "?stav=valid");
    const path = `/osvedceni/${id}`;
    const spoilt: Record<string, string>[] = [
      {},
      { intent: "revoke", version: "1" },
      { intent: "revoke", version: "1", reason: "ne" },
      { intent: "revoke", version: "x", reason: "Dost dlouhý důvod." },
      { intent: "reissue", version: "1", id: absent },
      { intent: "reissue", version: "1", id: absent, why: "jen tak" },
      { intent: "reissue", version: "1", id: "neni-id", why: "lostCode" },
      { intent: "reissue", version: "1", id: absent, why: "revokedByMistake" },
    ];
    for (const fields of spoilt) {
      expect((await post(path, fields, "coordinator")).status, JSON.stringify(fields)).toBe(422);
    }
    const good = { intent: "revoke", version: "9", reason: "Dost dlouhý důvod." };
    expect((await post(path, good, "coordinator")).status).toBe(409);
    for (const who of ["trainer", "mentor", "trainee", "administrator"]) {
      expect((await post(path, good, who)).status, who).toBe(403);
    }
    expect((await post(`/osvedceni/${absent}`, good, "coordinator")).status).toBe(404);
  });
});

describe("the public page", () => {
  it("says revoked since when, and replaced by which number, and gives no reason and no way to the new one", async () => {
    const [revoked] = await certificatesOf("coordinator", "?stav=revoked");
    const first = await (await get(`/overeni/${await codeOf(revoked!)}`)).text();
    expect(first).toMatch(/Osvědčení bylo zrušeno/);
    expect(first).not.toContain("mlčenlivosti");
    const html = await (await get("/osvedceni?stav=replaced", "coordinator")).text();
    const replaced = linksIn(html, /^\/osvedceni\/([0-9a-f-]{36})$/);
    const old = await codeOf(replaced[0]!);
    const page = await (await get(`/overeni/${old}`)).text();
    expect(page).toMatch(/Nahrazeno osvědčením č\.\s*\d{4}\/\d{4}/);
    expect(page).not.toContain("vyzrazený");
    expect(linksIn(page, /^\/overeni\/([0-9A-Z-]{23})$/)).toEqual([]);
  });
});
