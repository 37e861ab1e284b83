import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * After a conflict the page reads the record again, so that the form stands over what the other person wrote;
 * after other refusals nothing has changed.
 */
export const revalidateOnConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;
