import type { ServerBuild } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { cutIntoSections } from "./route-sections";

const routes = {
  root: { id: "root", path: "" },
  "routes/$": { id: "routes/$", parentId: "root", path: "*" },
  "routes/_app": { id: "routes/_app", parentId: "root" },
  "routes/_app._index": { id: "routes/_app._index", parentId: "routes/_app", index: true },
  "routes/_app.accounts._index": {
    id: "routes/_app.accounts._index",
    parentId: "routes/_app",
    path: "accounts",
  },
  "routes/_app.accounts.$id": {
    id: "routes/_app.accounts.$id",
    parentId: "routes/_app",
    path: "accounts/:id",
  },
  "routes/_app.accounts.$id.team": {
    id: "routes/_app.accounts.$id.team",
    parentId: "routes/_app.accounts.$id",
    path: "team",
  },
  "routes/_app.drivers": { id: "routes/_app.drivers", parentId: "routes/_app", path: "drivers" },
  "routes/accounts[.]csv": { id: "routes/accounts[.]csv", parentId: "root", path: "accounts.csv" },
};
const everywhere = ["root", "routes/$", "routes/_app", "routes/_app._index"];
const build = { routes, assets: { version: "1", routes } } as unknown as ServerBuild;

describe("routes cut into sections", () => {
  const at = cutIntoSections(build, (part) => {
    expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    return Object.keys(part.routes);
  });

  it.each([
    "/accounts",
    "/accounts.data",
    "/accounts/",
    "/accounts/17/team",
    "/accounts/17/team.data",
    "/accounts/no/such/page",
  ])("gives %s the routes of its section, and those that could be anywhere", (path) => {
    expect(at(path)).toEqual([
      ...everywhere,
      "routes/_app.accounts._index",
      "routes/_app.accounts.$id",
      "routes/_app.accounts.$id.team",
    ]);
  });

  it("takes a file's name for a section of its own", () => {
    expect(at("/accounts.csv")).toEqual([...everywhere, "routes/accounts[.]csv"]);
  });

  it.each([
    "/",
    "/_root.data",
    "/__manifest",
    "/Accounts",
    "/acc%6Funts",
    "//accounts",
    "/nowhere",
  ])("matches %s against everything", (path) => {
    expect(at(path)).toEqual(Object.keys(routes));
  });
});
