import { describe, expect, it } from "vitest";
import { pageOfTeams } from "./team-pages";

describe("pageOfTeams", () => {
  it("puts 120 teams on three pages of fifty, the last from the 101st on", () => {
    expect(pageOfTeams(120, "3")).toEqual({ number: 3, pages: 3, total: 120, first: 101 });
  });

  it.each([[null], ["0"], ["-4"], ["x"], ["1.5"]])("takes %s for the first page", (asked) => {
    expect(pageOfTeams(120, asked).number).toBe(1);
  });

  it("takes a page beyond the last for the last", () => {
    expect(pageOfTeams(120, "99").number).toBe(3);
  });

  it("has one page where there is no team", () => {
    expect(pageOfTeams(0, null)).toEqual({ number: 1, pages: 1, total: 0, first: 1 });
  });
});
