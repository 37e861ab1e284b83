import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/platform/clock.server";
import { AppError } from "~/platform/errors";
import { badForm, readForm, rememberedValues } from "~/platform/forms.server";
import type { Actor } from "./actor";
import type { Permission } from "./permissions";
import { readVisit, type Visit } from "./visit.server";

/**
 * Every loader and action of the portal is made by `guarded` or `open`; a test walks the routes and
 * fails on one that is neither. A guard in a parent would not protect its children, so each has its own.
 */

type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** What a guard lets through, readable by tests. */
export type Access =
  { kind: "guarded"; permissions: readonly Permission[] } | { kind: "signedIn" } | { kind: "open" };

export interface GuardedArgs {
  actor: Actor;
  visit: Visit;
  request: Request;
  params: RouteArgs["params"];
  context: RouteArgs["context"];
  /** The moment of the request. */
  now: Date;
}

export type OpenArgs = Omit<GuardedArgs, "actor" | "visit"> & { actor: Actor | null; visit: Visit | null };

type Handler<Result> = ((args: RouteArgs) => Promise<Result>) & { access: Access };

/**
 * A handler for those who hold the permission (or one of several), in any scope: the operation narrows
 * the rows by the scopes. Others get 403, and a visitor is sent to sign in.
 */
export function guarded<Result>(
  permission: Permission | readonly Permission[],
  handle: (args: GuardedArgs) => Promise<Result>,
): Handler<Result> {
  const permissions = typeof permission === "string" ? [permission] : permission;
  return withAccess({ kind: "guarded", permissions }, async (args) => {
    const visit = await requireVisit(args);
    if (!permissions.some((one) => visit.actor.can(one))) throw new AppError("forbidden");
    return handle({ ...edge(args), actor: visit.actor, visit });
  });
}

/** A handler for everybody who is signed in, whatever the role: one's own account. */
export function signedIn<Result>(handle: (args: GuardedArgs) => Promise<Result>): Handler<Result> {
  return withAccess({ kind: "signedIn" }, async (args) => {
    const visit = await requireVisit(args);
    return handle({ ...edge(args), actor: visit.actor, visit });
  });
}

/** A handler for anybody; the actor is null for a visitor or while the second factor is missing. */
export function open<Result>(handle: (args: OpenArgs) => Promise<Result>): Handler<Result> {
  return withAccess({ kind: "open" }, async (args) => {
    const visit = await readVisit(args.request, args.context);
    const complete = visit?.secondFactor === "done" ? visit : null;
    return handle({ ...edge(args), actor: complete?.actor ?? null, visit });
  });
}

function edge({ request, params, context }: RouteArgs) {
  return { request, params, context, now: now() };
}

function withAccess<Result>(access: Access, run: (args: RouteArgs) => Promise<Result>): Handler<Result> {
  const handler = async (args: RouteArgs) => {
    try {
      return await run(args);
    } catch (error) {
      // Somebody whose session ended over a long form gets back what was typed; reading it gives nothing away.
      if (error instanceof AppError && error.code === "notSignedIn") await rememberForm(args.request);
      return answerRefusal(error, args.request) as Result;
    }
  };
  return Object.assign(handler, { access });
}

/** Codes that belong to the page as a whole; the others can be mended in the form that was sent. */
const wholePage = new Set(["forbidden", "notFound", "methodNotAllowed", "crossOrigin", "gone"]);

function answerRefusal(error: unknown, request: Request): unknown {
  if (!(error instanceof AppError)) throw error;
  const values = rememberedValues(request);
  if (values && !wholePage.has(error.code)) {
    const errors = { [error.field ?? ""]: [{ key: error.reason, values: error.values }] };
    return badForm({ values, errors }, error.status);
  }
  throw data({ code: error.code, reason: error.reason, values: error.values }, { status: error.status });
}

async function rememberForm(request: Request): Promise<void> {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
  if (request.bodyUsed || !isForm.test(request.headers.get("Content-Type") ?? "")) return;
  await readForm(request, z.unknown()).catch(() => undefined);
}

async function requireVisit({ request, context }: RouteArgs): Promise<Visit> {
  const visit = await readVisit(request, context);
  const url = new URL(request.url);
  const back = encodeURIComponent(url.pathname.replace(/\.data$/, "") + url.search);
  if (!visit) {
    if (request.method !== "GET" && request.method !== "HEAD") throw new AppError("notSignedIn");
    throw redirect(`/prihlaseni?dal=${back}`);
  }
  if (visit.secondFactor === "verify") throw redirect(`/prihlaseni/overeni?dal=${back}`);
  if (visit.secondFactor === "setup" && url.pathname.replace(/\.data$/, "") !== "/ucet/dvoufazove-overeni") {
    throw redirect("/ucet/dvoufazove-overeni");
  }
  return visit;
}
