/*
 * Keeps the text of opened lessons on the device for when there is no connection. Kept are: the finished text
 * of a lesson (the same for everybody), one page to show it in (asked for without a session), and that page's
 * hashed files. Never kept are pages with somebody's name, hours or answers. What is kept belongs to one
 * account: it goes away when somebody signs in or out, or when another account opens a lesson.
 */
const cacheName = "lekce-1";
const shellAddress = "/kurz/bez-pripojeni?sablona";
const ownerAddress = "/lekce-offline/komu";
const pageScript = "/lekce-bez-pripojeni.js";
const lessonPath = /^\/kurz\/[a-z0-9-]+\/[a-z0-9-]+$/;

/** One thing at a time: what is put away must not come back from a keeping that was under way. */
let turn = Promise.resolve();
function inTurn(work) {
  turn = turn.then(work).catch(() => undefined);
  return turn;
}

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("lekce-") && name !== cacheName) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  const { data } = event;
  if (data?.kind === "forget") event.waitUntil(inTurn(forget));
  if (data?.kind === "keep") event.waitUntil(inTurn(() => keep(data)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && /^\/(odhlaseni|prihlaseni)(\/|\.data$|$)/.test(url.pathname)) {
    event.waitUntil(inTurn(forget));
    return;
  }
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => offlineAnswer(url.pathname)));
  } else if (url.pathname.startsWith("/assets/") || url.pathname === pageScript) {
    event.respondWith(keptFile(request));
  }
});

async function keptFile(request) {
  // The page's own script may change under its name; hashed files do not.
  if (new URL(request.url).pathname === pageScript) {
    return fetch(request).catch(async () => (await match(request.url)) ?? Response.error());
  }
  return (await match(request.url)) ?? fetch(request);
}

async function match(address) {
  if (!(await caches.has(cacheName))) return undefined;
  return (await caches.open(cacheName)).match(address, { ignoreVary: true });
}

function forget() {
  return caches.delete(cacheName);
}

async function keep({ owner, student, path, title, lesson, text }) {
  const known = await match(ownerAddress);
  if (known && (await known.text()) !== owner) await forget();
  const answer = await fetch(text, { credentials: "same-origin" });
  // A refusal or a way to the sign-in page means that this reader may not have it.
  if (!answer.ok || answer.redirected || !lessonPath.test(path)) return;
  const html = await answer.text();
  const cache = await caches.open(cacheName);
  await cache.put(ownerAddress, new Response(owner));
  await cache.put(
    path,
    new Response(html, {
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "X-Title": encodeURIComponent(title),
        "X-Lesson": encodeURIComponent(lesson),
        "X-Student": student ? "ano" : "ne",
      },
    }),
  );
  await keepShell(cache);
}

/** The page around the text and its files; files of an older build are put away. */
async function keepShell(cache) {
  const shell = await fetch(shellAddress, { credentials: "omit", cache: "no-cache" });
  if (!shell.ok || shell.redirected) return;
  const html = await shell.clone().text();
  const files = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)]
    .map(([, address]) => address)
    .filter((address) => address.startsWith("/assets/") || address === pageScript);
  for (const file of files) {
    if (file === pageScript || !(await cache.match(file))) await cache.add(file);
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/assets/") && !files.includes(pathname)) await cache.delete(url);
  }
  await cache.put(shellAddress, shell);
}

async function offlineAnswer(path) {
  const shell = await match(shellAddress);
  if (!shell) return Response.error();
  const cache = await caches.open(cacheName);
  const lesson = lessonPath.test(path) ? await cache.match(path) : undefined;
  const owner = (await (await cache.match(ownerAddress))?.text()) ?? "";
  const values = {
    DRUH: lesson ? "lekce" : "seznam",
    TITULEK: lesson ? escapeHtml(header(lesson, "X-Title")) : "",
    TEXT: lesson ? await lesson.text() : "",
    SEZNAM: await listOf(cache),
    KOMU: escapeHtml(owner),
    LEKCE: lesson ? escapeHtml(header(lesson, "X-Lesson")) : "",
    UKLADA: lesson ? header(lesson, "X-Student") : "ne",
  };
  const html = (await shell.text()).replace(/%%([A-Z]+)%%/g, (whole, name) => values[name] ?? whole);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  const policy = shell.headers.get("Content-Security-Policy");
  if (policy) headers["Content-Security-Policy"] = policy;
  return new Response(html, { headers });
}

async function listOf(cache) {
  const items = [];
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (!lessonPath.test(pathname)) continue;
    const title = header(await cache.match(url), "X-Title");
    items.push(`<li><a href="${escapeHtml(pathname)}">${escapeHtml(title)}</a></li>`);
  }
  return items.join("");
}

function header(response, name) {
  return decodeURIComponent(response.headers.get(name) ?? "");
}

function escapeHtml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
