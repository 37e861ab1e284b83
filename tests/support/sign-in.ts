/** Signs in through the real form and returns the Cookie header of the new session. @throws when it is refused */
export async function signIn(url: string, email: string, password = "Most-Demo-2026"): Promise<string> {
  const answer = await fetch(`${url}/prihlaseni`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ email, password }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
  const session = cookies.find((cookie) => /^(__Host-)?mentor=./.test(cookie));
  if (answer.status !== 302 || !session)
    throw new Error(`Signing in as ${email} was refused with ${answer.status}`);
  return session;
}
