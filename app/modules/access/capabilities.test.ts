import { describe, expect, it } from "vitest";
import { can, capabilities, reachesOf } from "./capabilities";
import { roles } from "./roles";

describe("capability matrix", () => {
  it("gives pay to HR and to nobody else", () => {
    for (const role of roles) {
      expect([role, can([role], "pay.read")]).toEqual([role, role === "hr"]);
      expect([role, can([role], "pay.write")]).toEqual([role, role === "hr"]);
    }
  });

  it("bounds a sales manager and an employee in every capability they have", () => {
    for (const capability of capabilities) {
      expect(reachesOf(["sales_manager"], capability).has("all")).toBe(false);
      expect([...reachesOf(["employee"], capability)].every((reach) => reach === "own")).toBe(true);
    }
  });

  it("joins the reaches of several roles", () => {
    expect(reachesOf(["sales_manager", "employee"], "customers.read")).toEqual(new Set(["subtree", "own"]));
  });

  it("gives no capability without a role", () => {
    expect(capabilities.some((capability) => can([], capability))).toBe(false);
  });
});
