import { useEffect } from "react";
import { forgetAtSignOut, onSignOut } from "~/platform/device-memory";

/** Whoever signs out leaves no unsent words on the device. */
export function ForgetAtSignOut() {
  useEffect(() => onSignOut(forgetAtSignOut), []);
  return null;
}
