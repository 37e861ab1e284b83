/**
 * What a browser keeps of somebody's unsent words until that person signs out. Everything kept under this
 * name goes away with a sign-out from this device; a session that merely ended leaves it.
 */
export const untilSignOut = "do-odhlaseni";

/** Forgets what is kept until a sign-out. Without a connection nobody signs out, and nothing is forgotten. */
export function forgetAtSignOut(): void {
  if (navigator.onLine === false) return;
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${untilSignOut}:`)) localStorage.removeItem(key);
    }
  } catch {
    // A device that remembers nothing has nothing to forget.
  }
}

/** Calls back when somebody sends the form that signs out. @returns how to stop listening */
export function onSignOut(then: () => void): () => void {
  const listen = (event: Event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && new URL(form.action).pathname === "/odhlaseni") then();
  };
  document.addEventListener("submit", listen);
  return () => document.removeEventListener("submit", listen);
}
