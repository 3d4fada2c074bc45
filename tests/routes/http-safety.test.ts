/** What surrounds every request: origin, cookie, headers, throttling, sessions. */
import { afterAll, describe, expect, inject, it } from "vitest";
import { connectSql } from "../../app/db/sql.server";
import { demoLogins, demoPassword } from "../../prisma/demo/demo-logins";
import { createVisitor, signIn } from "../setup/visitor";

const origin = inject("baseUrl");
const admin = demoLogins.find((login) => login.role === "admin")?.email ?? "";

describe("a form posted from another site", () => {
  it.each([
    ["by its origin", { Origin: "https://evil.example" }],
    ["by its referer", { Origin: "", Referer: "https://evil.example/page" }],
    ["by an origin that browsers hide", { Origin: "null" }],
    ["by the fetch metadata alone", { Origin: "", "Sec-Fetch-Site": "cross-site" }],
    ["from another port of this host", { Origin: "http://localhost:1" }],
  ])("is refused %s, and changes nothing", async (_case, headers) => {
    const visitor = await signIn(origin, admin, demoPassword);
    for (const path of ["/settings", "/logout", "/users/new", "/preferences", "/login", "/settings.data"])
      expect((await visitor.post(path, { name: "Evil", locale: "zh" }, headers)).status, path).toBe(403);
    expect((await visitor.get("/settings")).status).toBe(200);
  });
});

describe("the session cookie", () => {
  it("cannot be read by scripts, is not sent by other sites, and ends", async () => {
    const answer = await createVisitor(origin).post("/login", { email: admin, password: demoPassword });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("relata-session="));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; Max-Age=\d+/);
  });

  it("is worth nothing after signing out, even to whoever kept a copy", async () => {
    const visitor = await signIn(origin, admin, demoPassword);
    const kept = `relata-session=${visitor.cookies.get("relata-session")}`;
    await visitor.post("/logout", {});
    expect(visitor.cookies.has("relata-session")).toBe(false);
    const replay = await fetch(`${origin}/users`, { headers: { Cookie: kept }, redirect: "manual" });
    expect(replay.status).toBe(302);
  });

  it("is not accepted when made up", async () => {
    for (const value of ["x", "a".repeat(43), '"; drop', "%"]) {
      const headers = { Cookie: `relata-session=${value}` };
      expect((await fetch(`${origin}/users`, { headers, redirect: "manual" })).status, value).toBe(302);
    }
  });
});

describe("the headers of a page", () => {
  it("allow no script without this answer's nonce, and every script has it", async () => {
    const visitor = await signIn(origin, admin, demoPassword);
    const nonces = new Set<string>();
    for (const path of ["/users", "/users", "/login", "/nowhere"]) {
      const answer = await visitor.open(path);
      const policy = answer.headers.get("Content-Security-Policy") ?? "";
      const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length, path).toBeGreaterThan(0);
      expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it("are the usual ones, and name no software", async () => {
    const { headers } = await fetch(`${origin}/login`);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Frame-Options")).toBe("DENY");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("X-Powered-By")).toBeNull();
  });

  it("let no shared cache keep what a signed-in person sees", async () => {
    const visitor = await signIn(origin, admin, demoPassword);
    for (const path of ["/users", "/users.data", "/audit"])
      expect((await visitor.get(path)).headers.get("Cache-Control"), path).toMatch(/private|no-store/);
  });
});

describe("signing in", () => {
  // The journeys that follow sign in from the same address.
  afterAll(async () => {
    const sql = connectSql(inject("databaseUrl"), { max: 1 });
    await sql`delete from login_throttles`;
    await sql.end();
  });

  it("says the same of an unknown e-mail as of a wrong password", async () => {
    const known = await createVisitor(origin).post("/login", { email: admin, password: "wrong" });
    const unknown = await createVisitor(origin).post("/login", {
      email: "admin@relata.exampl",
      password: "wrong",
    });
    expect([known.status, unknown.status]).toEqual([422, 422]);
    const strip = (html: string) =>
      html.replaceAll(/nonce="[^"]*"/g, "").replaceAll("admin@relata.example", "admin@relata.exampl");
    expect(strip(await known.text())).toBe(strip(await unknown.text()));
    await signIn(origin, admin, demoPassword);
  });

  it.each([
    ["known", "employee@relata.example"],
    ["unknown", "stranger@relata.example"],
  ])("is throttled after eight failures for an e-mail that is %s, the right password included", async (_case, email) => {
    const visitor = createVisitor(origin);
    for (let failure = 1; failure <= 8; failure++)
      expect((await visitor.post("/login", { email, password: "wrong" })).status).toBe(422);
    const answer = await visitor.post("/login", { email, password: demoPassword });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await answer.text()).toContain('role="alert"');
    expect((await visitor.post("/login.data", { email, password: demoPassword })).status).toBe(429);
    await signIn(origin, admin, demoPassword);
  });

  it("leads back to the page that was asked for, and to no other site", async () => {
    const visitor = createVisitor(origin);
    expect((await visitor.get("/audit?q=x")).headers.get("Location")).toBe("/login?next=%2Faudit%3Fq%3Dx");
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const answer = await createVisitor(origin).post("/login", {
        email: admin,
        password: demoPassword,
        next,
      });
      expect(answer.headers.get("Location"), next).toBe("/");
    }
  });
});
