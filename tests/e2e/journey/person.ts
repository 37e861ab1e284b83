import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { linkInLetter } from "../../support/outbox";
import type { RunningPortal } from "../../support/portal-process";
import type { JourneyClock } from "./clock";
import { fillFields, press, watchRequests } from "./fields";

/** What everybody in the journey shares. */
export interface World {
  browser: Browser;
  portal: RunningPortal;
  clock: JourneyClock;
  /** Everything any browser complained about. */
  complaints: string[];
}

const password = "most pres reku Ohri 7";

/** One person of the journey with a browser of their own. */
export class Person {
  page!: Page;
  readonly password = password;
  private context!: BrowserContext;
  private secret: Uint8Array | undefined;

  private constructor(
    readonly world: World,
    readonly name: string,
    readonly email: string,
  ) {}

  /** Opens a browser; `phone` makes it 360 px wide. */
  static async arrive(world: World, name: string, email: string, phone = false): Promise<Person> {
    const person = new Person(world, name, email);
    person.context = await world.browser.newContext({
      baseURL: world.portal.url,
      locale: "cs-CZ",
      timezoneId: "Europe/Prague",
      viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    });
    person.page = await person.context.newPage();
    watchRequests(person.page);
    person.page.on("console", (message) => {
      // A refused form is a 4xx answer, which the browser itself reports; everything else is a defect.
      const refused = /status of 4\d\d/.test(message.text());
      if (message.type() === "error" && !refused)
        world.complaints.push(`${person.page.url()}: ${message.text()}`);
    });
    person.page.on("pageerror", (error) => world.complaints.push(`${person.page.url()}: ${error.message}`));
    return person;
  }

  /** Accepts the invitation in the mail and, where the role asks for it, sets up the second factor. */
  async acceptInvitation(): Promise<void> {
    await this.page.goto(await linkInLetter(this.world.portal.dataDir, this.email, "/pozvanka/"));
    await fillFields(this.page, { password });
    await press(this.page, "Nastavit heslo a vstoupit");
    await this.setUpSecondFactorIfAsked();
  }

  /** Registers as an applicant and confirms the address. */
  async register(): Promise<void> {
    await this.page.goto("/kurz/prihlaska");
    await this.page.getByRole("link", { name: "Založit účet" }).first().click();
    await fillFields(this.page, { name: this.name, email: this.email, password, consent: true });
    await press(this.page, "Založit účet");
    await this.page.goto(await linkInLetter(this.world.portal.dataDir, this.email, "/registrace/potvrzeni/"));
    await fillFields(this.page, { password });
    await press(this.page, /Potvrdit/);
    await expect(this.page).toHaveURL(/\/kurz\/prihlaska/);
  }

  /** Signs in, with a code where a second factor is set up. The clock moves, because a code is good once. */
  async signIn(): Promise<void> {
    this.world.clock.forward({ minutes: 1 });
    await this.page.goto("/prihlaseni");
    // Sessions of roles without clients are longer: the portal sends such a person straight home.
    if (!this.page.url().includes("/prihlaseni")) return;
    await fillFields(this.page, { email: this.email, password });
    await press(this.page, "Přihlásit se");
    if (this.page.url().includes("/prihlaseni/overeni")) {
      await fillFields(this.page, { code: this.currentCode() });
      await press(this.page, /Ověřit|Pokračovat|Přihlásit/);
    }
    await this.setUpSecondFactorIfAsked();
  }

  private async setUpSecondFactorIfAsked(): Promise<void> {
    if (!this.page.url().includes("/ucet/dvoufazove-overeni")) return;
    const shown = await this.page.locator("main code").innerText();
    this.secret = decodeBase32IgnorePadding(shown.replace(/\s/g, "").toUpperCase());
    await fillFields(this.page, { code: this.currentCode() });
    await press(this.page, /Zapnout|Potvrdit|Ověřit/);
    await expect(this.page.getByText(/záložní kódy/i).first()).toBeVisible();
    await this.page.goto("/");
  }

  get hasSecondFactor(): boolean {
    return this.secret !== undefined;
  }

  /** The code the authenticator shows now. */
  currentCode(): string {
    if (!this.secret) throw new Error(`${this.name} has no second factor yet`);
    return generateHOTP(this.secret, BigInt(Math.floor(this.world.clock.now().getTime() / 30_000)), 6);
  }
}
