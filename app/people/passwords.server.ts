import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's parameters: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One spelling of a password whatever keyboard it was typed on. */
const normal = (password: string) => password.normalize("NFKC");

/** Hash of a password in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

/** Whether a password fits a hash. Without a hash the answer is no, after the same work. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await unknownHash()), normal(password));
  return passwordHash !== null && fits;
}

let ofNobody: Promise<string> | undefined;

/** A hash nobody's password fits, made once per process. */
function unknownHash(): Promise<string> {
  ofNobody ??= hashPassword(crypto.randomUUID());
  return ofNobody;
}
