// The process: static files, headers, same-origin check, request ids and log, health, graceful stop.
// It knows nothing of the domain; what must start and stop with it comes from the Remix build.
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import expressStaticGzip from "express-static-gzip";
import helmet from "helmet";
import { pinoHttp } from "pino-http";

const root = path.dirname(fileURLToPath(import.meta.url));
// Another build than the portal's own can be served by naming its folder: the benchmark's bare page is one.
const buildFolder = path.resolve(root, process.argv[2] ?? "build");
const clientFolder = path.join(buildFolder, "client");
const buildFile = path.join(buildFolder, "server/index.js");
const dev = process.env.NODE_ENV === "development";
const bodyLimit = 2 * 1024 * 1024;

try {
  await main();
} catch (error) {
  // A reason the operator can act upon is one line; anything else is a bug and keeps its stack.
  console.error(error?.name === "StartError" ? error.message : error);
  process.exit(1);
}

async function main() {
  const vite = dev ? await startVite() : undefined;
  if (!vite && !existsSync(buildFile))
    throw startError("The portal is not built: run `npm run build` first.");
  const loadBuild = () => (vite ? vite.ssrLoadModule("virtual:remix/server-build") : import(buildFile));
  const { portal } = (await loadBuild()).entry.module;
  const { host, port, trustProxy } = portal.config();

  let ready = false;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy);
  app.get("/healthz", async (_request, response) => {
    const healthy = ready && (await portal.healthy());
    response
      .status(healthy ? 200 : 503)
      .type("text")
      .send(healthy ? "ok" : "not ready");
  });
  app.use((_request, response, next) => {
    if (ready) return next();
    response
      .status(503)
      .set("Retry-After", "5")
      .type("text")
      .send("Portál se spouští. / The portal is starting.");
  });
  app.use(identify);
  app.use(logRequests(portal.log));
  app.use(securityHeaders(portal.config().publicUrl, Boolean(vite)));
  app.use(sameOriginWrites);
  app.use(limitBody);
  app.use(compression());
  if (vite) app.use(vite.middlewares);
  else app.use(staticFiles());
  const handlerOf = (build) =>
    createRequestHandler({
      build,
      mode: dev ? "development" : "production",
      getLoadContext: (request, response) => ({
        nonce: response.locals.nonce,
        requestId: request.id,
        address: request.ip ?? "",
      }),
    });
  app.all("*", vite ? handlerOf(loadBuild) : bySection(await loadBuild(), handlerOf));
  app.use((error, request, response, _next) => {
    portal.log.error({ requestId: request.id, err: error }, "request failed");
    if (!response.headersSent)
      response
        .status(error.status ?? 500)
        .type("text")
        .send("Chyba serveru. / Server error.");
  });

  const server = await listen(app, host, port);
  try {
    await portal.start();
  } catch (error) {
    server.close();
    await portal.stop().catch(() => {});
    throw error;
  }
  ready = true;
  portal.log.info({ address: `http://${host}:${port}` }, "portal is ready");
  stopOnSignal(server, portal, vite);
}

/** Binds the port before anything slow happens, so that a taken port is said at once. */
function listen(app, host, port) {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, () => resolve(server));
    server.on("error", (error) => {
      const reasons = {
        EADDRINUSE: `Port ${port} on ${host} is taken: stop the other program or set PORT.`,
        EACCES: `Port ${port} on ${host} may not be used by this user: set PORT to 1024 or more.`,
        EADDRNOTAVAIL: `Address ${host} is not on this machine: set HOST.`,
      };
      reject(reasons[error.code] ? startError(reasons[error.code]) : error);
    });
  });
}

function startError(message) {
  return Object.assign(new Error(message), { name: "StartError" });
}

async function startVite() {
  const { createServer } = await import("vite");
  return createServer({ server: { middlewareMode: true } });
}

function identify(request, response, next) {
  request.id = randomUUID();
  response.locals.nonce = randomBytes(16).toString("base64");
  response.setHeader("X-Request-Id", request.id);
  next();
}

/** One line a request. The path can hold one-time links and record ids, so only its first part is kept. */
function logRequests(logger) {
  return pinoHttp({
    logger,
    genReqId: (request) => request.id,
    autoLogging: { ignore: (request) => request.url.startsWith("/assets/") },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? "error" : "info"),
    serializers: {
      req: (request) => ({
        id: request.id,
        method: request.method,
        area: request.url.split(/[/?]/)[1] ?? "",
      }),
      res: (response) => ({ status: response.statusCode }),
    },
  });
}

function securityHeaders(publicUrl, withVite) {
  const https = publicUrl.startsWith("https://");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'", (_request, response) => `'nonce-${response.locals.nonce}'`],
        "style-src": withVite ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": withVite ? ["'self'", "ws:"] : ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        ...(https ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
}

/** A write must come from our own pages: the browser says so itself, older ones through Origin. */
function sameOriginWrites(request, response, next) {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
  const site = request.get("Sec-Fetch-Site");
  const origin = request.get("Origin");
  const ours = site ? site === "same-origin" : origin ? sameHost(origin, request) : false;
  if (ours) return next();
  response
    .status(403)
    .type("text")
    .send("Požadavek nepřišel z tohoto portálu. / The request did not come from this portal.");
}

function sameHost(origin, request) {
  try {
    return new URL(origin).host === request.get("Host");
  } catch {
    return false;
  }
}

/** Refuses a body over the limit, said in advance or while it arrives. */
function limitBody(request, response, next) {
  const refuse = () => {
    if (response.headersSent) return;
    response
      .status(413)
      .set("Connection", "close")
      .type("text")
      .send("Odeslaná data jsou příliš velká. / What you sent is too large.");
  };
  if (Number(request.get("Content-Length") ?? 0) > bodyLimit) return refuse();
  let received = 0;
  const push = request.push;
  request.push = function (chunk, encoding) {
    received += chunk?.length ?? 0;
    if (received > bodyLimit) {
      refuse();
      request.destroy();
      return false;
    }
    return push.call(this, chunk, encoding);
  };
  next();
}

/** Built files carry a hash in their name and never change; the rest of public/ may. */
function staticFiles() {
  const router = express.Router();
  const options = (cacheControl) => ({
    enableBrotli: true,
    orderPreference: ["br", "gz"],
    index: false,
    serveStatic: {
      fallthrough: true,
      setHeaders: (response) => response.setHeader("Cache-Control", cacheControl),
    },
  });
  router.use(
    "/assets",
    expressStaticGzip(path.join(clientFolder, "assets"), options("public, max-age=31536000, immutable")),
  );
  router.use("/assets", (_request, response) => response.status(404).type("text").send("Not found"));
  router.use(expressStaticGzip(clientFolder, options("public, max-age=3600")));
  return router;
}

/**
 * Remix goes through all routes several times for every request, which with a hundred of them costs more than
 * drawing the page. A path is answered by the routes that share its first segment; anything else by all of them.
 */
function bySection(build, handlerOf) {
  const whole = handlerOf(build);
  const firstOf = (path) => path.split("/")[0].replace(/\.data$/, "");
  const paths = Object.values(build.routes).map(({ path }) => path ?? "");
  const sections = new Set(paths.map(firstOf).filter((section) => /^[a-z-]*$/.test(section)));
  const handlers = new Map(
    [...sections].map((section) => {
      const belongs = ({ path }) => !path || path === "*" || firstOf(path) === section;
      const only = (routes) =>
        Object.fromEntries(Object.entries(routes).filter(([, route]) => belongs(route)));
      const assets = { ...build.assets, routes: only(build.assets.routes) };
      return [section, handlerOf({ ...build, routes: only(build.routes), assets })];
    }),
  );
  return (request, response, next) =>
    (handlers.get(firstOf(request.path.slice(1))) ?? whole)(request, response, next);
}

/** Lets running requests finish, then closes the database; a second signal or ten seconds end it at once. */
function stopOnSignal(server, portal, vite) {
  let stopping = false;
  const running = requestsOf(server);
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    const impatience = setTimeout(() => process.exit(1), 10_000);
    impatience.unref();
    const closed = new Promise((resolve) => server.close(resolve));
    await running.finished();
    // What arrived together with the signal is only now being read.
    await new Promise((resolve) => setTimeout(resolve, 250));
    await running.finished();
    // Browsers open connections ahead and ask nothing on them; those would keep the server from closing.
    server.closeAllConnections();
    await closed;
    await vite?.close();
    await portal.stop();
    portal.log.info("portal has stopped");
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** Counts the requests that are being answered, so that a stop can wait for them. */
function requestsOf(server) {
  let running = 0;
  let tell = () => {};
  server.on("request", (_request, response) => {
    running += 1;
    response.once("close", () => {
      running -= 1;
      if (running === 0) tell();
    });
  });
  return {
    finished: () => new Promise((resolve) => (running === 0 ? resolve() : (tell = resolve))),
  };
}
