import { open } from "~/access/index.server";
import { AppError } from "~/platform/errors";

export const loader = open(async (): Promise<null> => {
  throw new AppError("notFound");
});

export const action = open(async (): Promise<null> => {
  throw new AppError("notFound");
});

/** Any address that no other page answers; the root's error page is shown instead. */
export default function NotFound() {
  return null;
}
