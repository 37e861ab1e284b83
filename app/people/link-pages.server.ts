import { data, redirect } from "@remix-run/node";
import { AppError } from "~/platform/errors";

/** Pages that a one-time link of a letter opens. */

/** What the page of a link shows: what the link is for, or null with status 410 when it is not good any more. */
export function linkAnswer<Content>(content: Content | null) {
  return data({ content }, { status: content ? 200 : 410 });
}

/** Uses a link up; when that fails because it is gone, the page itself is loaded again and says so. */
export async function usingLink<Result>(request: Request, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === "gone") throw redirect(new URL(request.url).pathname);
    throw error;
  }
}
