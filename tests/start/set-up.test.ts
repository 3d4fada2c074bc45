/** The first visit on an own database: a page that makes the first administrator, once, with the token printed at start. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnServer, startOwnServer } from "../setup/own-database";
import { freePort, type SpawnedApp, spawnApp } from "../setup/spawned-app";
import { createVisitor, signIn, type Visitor } from "../setup/visitor";

const details = {
  companyName: "Brückner & Söhne",
  reportingCurrency: "EUR",
  timeZone: "Europe/Berlin",
  name: "Ada Admin",
  email: "Ada@Example.com",
  password: "a long enough secret",
  alsoHr: "yes",
};

describe("an own database, owned by a role with no other right", () => {
  let own: OwnServer;
  let app: SpawnedApp;
  let origin: string;
  let url: string;
  let visitor: Visitor;
  let token: string;

  async function start() {
    const port = await freePort();
    app = spawnApp(["--port", String(port)], { DATABASE_URL: url });
    await app.ready;
    origin = `http://localhost:${port}`;
    visitor = createVisitor(origin);
  }

  beforeAll(async () => {
    own = await startOwnServer();
    url = await own.createDatabase("company");
    await start();
  });
  afterAll(async () => {
    await app.stop();
    await own.remove();
  });

  it("is migrated, holds no generated company, and prints a one-time token", () => {
    token = /one-time token:\n {2}(\S+)/.exec(app.output())?.[1] ?? "";
    expect(token.length).toBeGreaterThanOrEqual(20);
    expect(app.output()).toContain(`${origin}/setup`);
    expect(app.output()).not.toContain("relata.example");
  });

  it("leads every first visit to the set-up page", async () => {
    const page = await visitor.open("/employees");
    expect(page.status).toBe(200);
    expect(page.url).toBe(`${origin}/setup`);
  });

  it("puts the error of a wrong token beside the token and keeps what was typed, save the secrets", async () => {
    const answer = await visitor.post("/setup", { ...details, token: "guessed-token" });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toMatch(/name="token"[^>]*aria-invalid="true"/);
    expect(html).toContain("Brückner &amp; Söhne");
    expect(html).toContain("Ada@Example.com");
    expect(html).not.toContain("guessed-token");
    expect(html).not.toContain("a long enough secret");
  });

  it.each([
    ["reportingCurrency", "XXQ"],
    ["timeZone", "Mars/Olympus"],
    ["password", "short"],
    ["email", "nobody"],
    ["companyName", ""],
  ])("refuses a wrong %s beside its field", async (field, value) => {
    const answer = await visitor.post("/setup", { ...details, token, [field]: value });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`));
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
  });

  it("makes the first administrator with the right token and signs them in", async () => {
    const answer = await visitor.post("/setup", { ...details, token });
    expect(answer.status).toBe(302);
    const home = await visitor.open("/");
    expect(home.status).toBe(200);
    expect(await home.text()).toContain("Ada Admin");
  });

  it("is gone afterwards, for reading and for writing", async () => {
    expect((await visitor.get("/setup")).status).toBe(404);
    expect((await createVisitor(origin).get("/setup")).status).toBe(404);
    expect((await createVisitor(origin).post("/setup", { ...details, token })).status).toBe(404);
  });

  it("prints no token at the next start, and the administrator signs in", async () => {
    expect(await app.stop()).toBe(0);
    await start();
    expect(app.output()).not.toMatch(/token|relata\.example/);
    expect((await visitor.get("/setup")).status).toBe(404);
    await signIn(origin, "ada@example.com", details.password);
  });
});

describe("--empty", () => {
  it("starts the embedded database without a company, and leads to the set-up page", async () => {
    const data = await mkdtemp(path.join(tmpdir(), "relata-empty-"));
    const port = await freePort();
    const app = spawnApp(["--port", String(port), "--data", data, "--empty"]);
    await app.ready;
    const visitor = createVisitor(`http://localhost:${port}`);
    expect((await visitor.open("/")).url).toMatch(/\/setup$/);
    const token = /one-time token:\n {2}(\S+)/.exec(app.output())?.[1] ?? "";
    expect((await visitor.post("/setup", { ...details, token })).status).toBe(302);
    for (const page of ["/", "/employees", "/users", "/audit", "/settings", "/import"])
      expect((await visitor.open(page)).status, page).toBe(200);
    await app.stop();
    await rm(data, { recursive: true, force: true });
  });
});
