import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Access } from "../../app/access/index.server";
import { permissionsOfRole, type Permission } from "../../app/access/permissions";
import { roles, type Role } from "../../app/access/roles";
import { get, linksIn, post } from "../support/browse";
import { portalRoutes, type PortalRoute } from "../support/routes";

/**
 * Every route × every role × one's own record, somebody else's, and none. What is expected follows from the
 * permission table; whose a record is follows from the lists each role sees.
 */

interface RouteModule {
  loader?: { access?: Access };
  action?: { access?: Access };
}

const modules = import.meta.glob<RouteModule>("../../app/*/pages/*.{ts,tsx}");
const moduleOf = (route: PortalRoute) => modules[`../../app/${route.file}`]!();

const everybody = ["visitor", ...roles] as const;
type Somebody = (typeof everybody)[number];

function allowed(access: Access | undefined, who: Somebody): boolean {
  if (!access || access.kind === "open") return true;
  if (who === "visitor") return false;
  if (access.kind === "signedIn") return true;
  return access.permissions.some((permission) => permissionsOfRole[who][permission]);
}

const plain = portalRoutes.filter(({ path }) => !path.includes(":") && path !== "/*");

describe("pages without a record", () => {
  for (const route of plain) {
    it(route.path, async () => {
      const { loader } = await moduleOf(route);
      for (const who of everybody) {
        for (const address of [route.path, dataAddress(route.path)]) {
          const answer = await get(address, who);
          await answer.arrayBuffer();
          expectDoor(answer, allowed(loader?.access, who), who, `GET ${address} as ${who}`);
        }
      }
    });
  }
});

/** Sending nothing to every form: refused by who one is, or by what is missing; never a server error. */
describe("forms without a record", () => {
  for (const route of plain.filter(({ path }) => path !== "/odhlaseni")) {
    it(route.path, async () => {
      const { action } = await moduleOf(route);
      if (!action) {
        expect((await post(route.path, {})).status).toBe(405);
        return;
      }
      for (const who of everybody) {
        const answer = await post(route.path, {}, who);
        await answer.arrayBuffer();
        const name = `POST ${route.path} as ${who}`;
        expect(answer.status, name).toBeLessThan(500);
        if (allowed(action.access, who)) expect([401, 403], name).not.toContain(answer.status);
        else expectDoor(answer, false, who, name, "POST");
      }
    });
  }
});

/** Lists whose links say which records are a role's own. */
interface OwnList {
  list: string;
  link: RegExp;
  records: string[];
  /** Holders of this permission see more records than this list, which shows only what waits. */
  partialFor?: Permission;
}

const lists: OwnList[] = [
  {
    list: "/pripady",
    link: /^\/pripady\/([0-9a-f-]{36})/,
    records: [
      "/pripady/:id",
      "/pripady/:id/prirazeni",
      "/pripady/:id/cinnost",
      "/pripady/:id/hodnoceni",
      "/pripady/:id/ukonceni",
    ],
  },
  {
    list: "/incidenty/skoleni",
    link: /^\/incidenty\/skoleni\/((?!test)[a-z-]+)$/,
    records: ["/incidenty/skoleni/:unit", "/incidenty/skoleni/:unit/text"],
  },
  { list: "/incidenty", link: /^\/incidenty\/([0-9a-f-]{36})/, records: ["/incidenty/:id"] },
  {
    list: "/behy",
    link: /^\/behy\/([0-9a-f-]{36})/,
    records: [
      "/behy/:id",
      "/behy/:id/upravit",
      "/behy/:id/kopie",
      "/behy/:id/nabor",
      "/behy/:id/vyuka",
      "/behy/:id/vyuka/nova",
      "/behy/:id/vyuka/zapis",
      "/behy/:id/zkouska",
      "/behy/:id/pruvodci",
      "/behy/:id/zkouska/nova",
      "/behy/:id/zpravy",
      "/behy/:id/export",
      "/behy/:id/osvedceni",
      "/behy/:id/osvedceni/zip",
    ],
  },
  { list: "/kalendar", link: /^\/kalendar\/([0-9a-f-]{36})$/, records: ["/kalendar/:id"] },
  {
    list: "/kalendar",
    link: /^\/behy\/([0-9a-f-]{36}\/vyuka\/[0-9a-f-]{36})$/,
    records: [
      "/behy/:id/vyuka/:session",
      "/behy/:id/vyuka/:session/zmena",
      "/behy/:id/vyuka/:session/listina",
    ],
  },
  {
    list: "/zkousky",
    link: /^\/zkousky\/([0-9a-f-]{36})/,
    records: ["/zkousky/:id", "/zkousky/:id/zmena"],
    partialFor: "exam:record",
  },
  { list: "/zpravy", link: /^\/zpravy\/([0-9a-f-]{36})/, records: ["/zpravy/:id"] },
  { list: "/prihlasky", link: /^\/prihlasky\/([0-9a-f-]{36})/, records: ["/prihlasky/:id"] },
  { list: "/praxe", link: /^\/praxe\/([0-9a-f-]{36})/, records: ["/praxe/:id"] },
  {
    list: "/praxe/ke-schvaleni",
    link: /^\/praxe\/([0-9a-f-]{36})/,
    records: ["/praxe/:id"],
    partialFor: "practice:review",
  },
  {
    list: "/supervize",
    link: /^\/supervize\/([0-9a-f-]{36})/,
    records: [
      "/supervize/:id",
      "/supervize/:id/zmena",
      "/supervize/:id/pozvat",
      "/supervize/:id/dochazka",
      "/supervize/:id/listina",
      "/supervize/:id/pozvanka.ics",
    ],
  },
  {
    list: "/supervize/povinnost",
    link: /^\/supervize\/povinnost\/([0-9a-f-]{36})/,
    records: ["/supervize/povinnost/:person"],
  },
  {
    list: "/osvedceni",
    link: /^\/osvedceni\/([0-9a-f-]{36})/,
    records: ["/osvedceni/:id", "/osvedceni/:id/pdf", "/osvedceni/:id/odznak"],
  },
  { list: "/mentori", link: /^\/mentori\/([0-9a-f-]{36})/, records: ["/mentori/:id"] },
  { list: "/lide", link: /^\/lide\/([0-9a-f-]{36})/, records: ["/lide/:id"] },
  { list: "/organizace", link: /^\/organizace\/([0-9a-f-]{36})/, records: ["/organizace/:id"] },
];

/** Address of a record; one within another has both ids with the words between, as the list's link has them. */
function addressOf(path: string, id: string): string {
  const ids = id.split(/\/[a-z]+\//);
  return path.replace(/:\w+/g, () => (ids.length > 1 ? ids.shift()! : ids[0]!));
}

/** Ids a role's list leads to, all its pages together. */
async function ownIds(list: string, link: RegExp, who: Role): Promise<Set<string>> {
  const ids = new Set<string>();
  const queue = [list];
  const seen = new Set(queue);
  for (let address = queue.shift(); address; address = queue.shift()) {
    const answer = await get(address, who);
    if (answer.status !== 200) break;
    const html = await answer.text();
    for (const id of linksIn(html, link)) ids.add(id);
    for (const next of linksIn(html, new RegExp(`^(?:${list})?(\\?(?:[^#]*&)?strana=\\d+[^#]*)$`))) {
      const address = list + next;
      if (!seen.has(address)) queue.push(address);
      seen.add(address);
    }
  }
  return ids;
}

describe("records", () => {
  const byPath = new Map<string, typeof lists>();
  for (const entry of lists) {
    for (const record of entry.records) byPath.set(record, [...(byPath.get(record) ?? []), entry]);
  }
  for (const [path, sources] of byPath) {
    it(path, async () => {
      const route = portalRoutes.find((one) => one.path === path)!;
      const { loader, action } = await moduleOf(route);
      const own = new Map<Role, Set<string>>();
      for (const who of roles) {
        const found = await Promise.all(sources.map(({ list, link }) => ownIds(list, link, who)));
        own.set(who, new Set(found.flatMap((ids) => [...ids])));
      }
      const all = new Set([...own.values()].flatMap((ids) => [...ids]));
      expect(all.size, `the demo has records for ${path}`).toBeGreaterThan(0);
      for (const who of everybody) {
        const mine = who === "visitor" ? new Set<string>() : own.get(who)!;
        const seesMore = sources.some(
          ({ partialFor }) => partialFor && who !== "visitor" && permissionsOfRole[who][partialFor],
        );
        const foreign = seesMore ? [] : [...all].filter((id) => !mine.has(id)).slice(0, 2);
        const absent = [randomUUID(), "neni-id"];
        for (const [access, method] of [
          [loader?.access, "GET"],
          [action?.access, "POST"],
        ] as const) {
          if (method === "POST" && !action) continue;
          for (const id of [...foreign, ...absent]) {
            const address = addressOf(path, id);
            const answer = method === "GET" ? await get(address, who) : await post(address, {}, who);
            await answer.arrayBuffer();
            const name = `${method} ${address} as ${who} (not theirs)`;
            if (allowed(access, who)) expect([404, 422, 400], name).toContain(answer.status);
            else expectDoor(answer, false, who, name, method);
            if (method === "GET" && allowed(access, who)) expect(answer.status, name).toBe(404);
          }
        }
        for (const id of [...mine].slice(0, 1)) {
          if (!allowed(loader?.access, who)) continue;
          const answer = await get(addressOf(path, id), who);
          await answer.arrayBuffer();
          expect([200, 302], `GET ${path} as ${who} (own)`).toContain(answer.status);
        }
      }
    });
  }

  it("somebody's records are somebody else's for another role", async () => {
    const [officer, curator] = await Promise.all(
      (["probation_officer", "social_curator"] as const).map((who) =>
        ownIds("/pripady", lists[0]!.link, who),
      ),
    );
    expect([...officer!].filter((id) => curator!.has(id))).toEqual([]);
    expect(officer!.size).toBeGreaterThan(0);
  });
});

/** Pages of a module, of attempts and of answers: the module is everybody's, an attempt only its owner's. */
describe("tests", () => {
  const pages = [
    "/kurz/:module/test",
    "/kurz/:module/statistika",
    "/testy/:attempt",
    "/testy/:attempt/odpovedi",
    "/incidenty/skoleni/test/:attempt",
    "/incidenty/skoleni/test/:attempt/odpovedi",
  ];
  for (const path of pages) {
    it(path, async () => {
      const route = portalRoutes.find((one) => one.path === path)!;
      const { loader, action } = await moduleOf(route);
      const there = path.includes(":module");
      const known = there ? path.replace(":module", "sluzba-mentor") : null;
      const absent = [randomUUID(), "neni-id"].map((id) => path.replace(/:module|:attempt/, id));
      for (const who of everybody) {
        const door = allowed(loader?.access, who);
        for (const address of known ? [known, ...absent] : absent) {
          const answer = await get(address, who);
          await answer.arrayBuffer();
          const name = `GET ${address} as ${who}`;
          expectDoor(answer, door, who, name);
          const missing = path.endsWith("/odpovedi") ? 405 : 404;
          if (door) expect(answer.status, name).toBe(address === known ? 200 : missing);
        }
        for (const address of action ? [known ?? [], absent].flat() : []) {
          const answer = await post(address, {}, who);
          await answer.arrayBuffer();
          const name = `POST ${address} as ${who}`;
          if (allowed(action?.access, who)) expect([404, 422], name).toContain(answer.status);
          else expectDoor(answer, false, who, name, "POST");
        }
      }
    });
  }
});

function expectDoor(answer: Response, open: boolean, who: Somebody, name: string, method = "GET"): void {
  const { status } = answer;
  expect(status, name).toBeLessThan(500);
  if (open) {
    expect([401, 403], name).not.toContain(status);
    return;
  }
  if (who !== "visitor") {
    expect(status, name).toBe(403);
  } else if (method === "POST") {
    // The answer itself is 401; asked without scripts, the page it would be drawn on sends to sign in.
    expect([401, 302], name).toContain(status);
  } else {
    // A page sends the visitor to sign in; the same asked as data says so in its own way (202 with the redirect inside).
    expect([202, 302], name).toContain(status);
  }
}

function dataAddress(path: string): string {
  return path === "/" ? "/_root.data" : `${path}.data`;
}
