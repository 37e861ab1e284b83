import path from "node:path";
import { parseArgs } from "node:util";
import { inviteAdministrator } from "~/people/index.server";
import { now } from "~/platform/clock.server";
import { config } from "~/platform/config.server";
import { setUpKeys } from "~/platform/crypto/index.server";
import { startDatabase, stopDatabase } from "~/platform/db/index.server";
import { AppError } from "~/platform/errors";
import { email as emailField } from "~/platform/form-fields";
import { deliverMail } from "~/platform/mail/index.server";
import { StartError } from "~/platform/start-error";

/**
 * `npm run admin:invite -- EMAIL [--name NAME]` invites an administrator: the first one into an empty portal,
 * or one whose invitation was lost. On the embedded database the portal must not be running.
 */
const USAGE = "Usage: npm run admin:invite -- EMAIL [--name NAME]";

async function run(email: string, name: string | undefined): Promise<void> {
  await openDatabase();
  const { kind, link } = await inviteAdministrator({ email, name }, { now: now() });
  if (kind === "alreadyAdministrator") {
    console.log(
      `${email} is an administrator already. A forgotten password: ${config().publicUrl}/zapomenute-heslo`,
    );
    return;
  }
  console.log(await describeDelivery(email));
  if (kind === "roleAdded")
    console.log(`${email} has an account and is an administrator from now on: ${link}`);
  else console.log(`The link sets the password and is good for seven days:\n${link}`);
}

async function openDatabase(): Promise<void> {
  setUpKeys();
  try {
    await startDatabase();
  } catch (error) {
    if (!(error instanceof StartError) || !error.message.includes("is in use by process")) throw error;
    throw new StartError(
      `${error.message}\nThe running portal holds its database: stop it for a moment and run this again, or invite from the page "Lidé".`,
    );
  }
}

/** Sends the letter at once; the portal tries again later what cannot go out now. */
async function describeDelivery(email: string): Promise<string> {
  const { smtpUrl, dataDir } = config();
  const { postponed, failed } = await deliverMail({ now: now() });
  if (postponed + failed > 0)
    return `The letter to ${email} could not be sent now; the portal will try again.`;
  if (smtpUrl) return `The invitation was sent to ${email}.`;
  return `There is no SMTP_URL, so the letter to ${email} is a file in ${path.join(dataDir, "outbox")}.`;
}

function readArguments(): { email: string; name: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { name: { type: "string" } },
    });
    const email = emailField.safeParse(positionals[0]);
    const name = values.name?.trim();
    if (positionals.length !== 1 || !email.success || name === "") return null;
    return { email: email.data, name };
  } catch {
    return null;
  }
}

const given = readArguments();
if (!given) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    await run(given.email, given.name);
  } catch (error) {
    if (error instanceof AppError)
      console.error(`The account of ${given.email} is disabled: enable it on the page "Lidé".`);
    else if (error instanceof StartError) console.error(error.message);
    else throw error;
    process.exitCode = 1;
  } finally {
    await stopDatabase();
  }
}
