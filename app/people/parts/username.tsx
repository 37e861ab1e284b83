/** Tells password managers whose password the form holds; a visible field would only repeat the page. */
export function Username({ email }: { email: string }) {
  return (
    <input
      type="email"
      name="username"
      value={email}
      autoComplete="username"
      readOnly
      hidden
      aria-hidden="true"
      tabIndex={-1}
    />
  );
}
