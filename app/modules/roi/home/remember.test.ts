import { describe, expect, it, vi } from "vitest";
import { buildScope } from "../../../../tests/builders/company";
import { remembered } from "./remember.server";

const north = buildScope("home.sales", { roles: ["sales_manager"], unitIds: ["north"] });
const south = buildScope("home.sales", { roles: ["sales_manager"], unitIds: ["south"] });

describe("remembered", () => {
  it("asks once for two people of the same reach, and again after two seconds", async () => {
    vi.useFakeTimers();
    const ask = vi.fn(async () => "answer");
    const home = remembered(ask);
    await Promise.all([
      home(north),
      home(buildScope("home.sales", { roles: ["sales_manager"], unitIds: ["north"] })),
    ]);
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2_001);
    await home(north);
    expect(ask).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it("never answers one reach with another's", async () => {
    const home = remembered(async (scope: typeof north) => scope.unitIds.join());
    expect([await home(north), await home(south)]).toEqual(["north", "south"]);
  });

  it("does not keep a failure", async () => {
    let isAway = true;
    const home = remembered(async () => {
      if (isAway) throw new Error("away");
      return "back";
    });
    await expect(home(north)).rejects.toThrow("away");
    isAway = false;
    expect(await home(north)).toBe("back");
  });
});
