/** A person in a real browser: signed in, in a language, with a screen of some width, watched for every complaint. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import type { Role } from "../../app/modules/access/roles";
import { demoLogins, demoPassword } from "../../prisma/demo/demo-logins";
import { signIn } from "../setup/visitor";

export const origin = inject("baseUrl");

export interface Person {
  readonly page: Page;
  /** What the browser complained about: script errors, failed hydration, refused scripts. */
  readonly complaints: string[];
  go(path: string): Promise<void>;
  /** What the page says below its header and what it is called. A page is drawn after its address: ask by `expect.poll`. */
  readonly content: () => Promise<string>;
  readonly heading: () => Promise<string>;
  /** Kept where RELATA_SCREENSHOTS names a folder, for a reader's eye. */
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

interface Looks {
  readonly locale?: "en" | "zh";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly hasJavaScript?: boolean;
}

let browser: Browser | undefined;
const sessions = new Map<Role, string>();

async function theBrowser(): Promise<Browser> {
  browser ??= await chromium.connect(inject("browserEndpoint"));
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export async function visit(looks: Looks = {}): Promise<Person> {
  const { locale = "en", theme = "light", width = 1440, hasJavaScript = true } = looks;
  const context = await (await theBrowser()).newContext({
    viewport: { width, height: 900 },
    locale: locale === "zh" ? "zh-CN" : "en-GB",
    colorScheme: theme,
    javaScriptEnabled: hasJavaScript,
    acceptDownloads: true,
  });
  return personIn(context, [locale, theme, width].join("-"));
}

export async function visitAs(role: Role, looks: Looks = {}): Promise<Person> {
  const person = await visit(looks);
  const email = demoLogins.find((login) => login.role === role)?.email ?? "";
  if (!sessions.has(role)) {
    const visitor = await signIn(origin, email, demoPassword);
    sessions.set(role, visitor.cookies.get("relata-session") ?? "");
  }
  await person.page
    .context()
    .addCookies([{ name: "relata-session", value: sessions.get(role)!, url: origin, httpOnly: true }]);
  return person;
}

async function personIn(context: BrowserContext, looks: string): Promise<Person> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on("console", (message) => {
    const text = message.text();
    // The browser's own note about a 404 or 422 that was asked for; and the framework's, where a link is touched before the
    // routes behind the page's links have been told to the browser: it then opens without having been fetched ahead.
    const isKnown =
      text.startsWith("Failed to load resource") || /^Tried to prefetch .* but no routes matched/.test(text);
    if (["error", "warning"].includes(message.type()) && !isKnown)
      complaints.push(`${new URL(page.url()).pathname}: ${text.slice(0, 300)}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message.slice(0, 300)}`));
  return {
    page,
    complaints,
    go: async (address) => {
      await page.goto(new URL(address, origin).href, { waitUntil: "load" });
      await settle(page);
    },
    content: () => page.locator("main").innerText(),
    heading: () => page.getByRole("heading", { level: 1 }).innerText(),
    picture: async (name) => {
      const folder = process.env["RELATA_SCREENSHOTS"];
      if (!folder) return;
      await mkdir(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name}.${looks}.png`), fullPage: true });
    },
    leave: () => context.close(),
  };
}

interface RemixWindow {
  __remixContext?: unknown;
  __remixRouter?: { state: { navigation: { state: string } } };
}

/** Until the page reacts to keys and clicks: the router has started, no navigation is under way, and what it led to is drawn. */
export async function settle(page: Page): Promise<void> {
  const hasScripts = await page.evaluate(() => "__remixContext" in window).catch(() => false);
  if (!hasScripts) return;
  await page.waitForFunction(
    () =>
      (window as unknown as RemixWindow).__remixRouter?.state.navigation.state === "idle" &&
      !document.querySelector('main[aria-busy="true"]'),
  );
  await page.evaluate(() => new Promise((drawn) => requestIdleCallback(() => requestAnimationFrame(drawn))));
}
