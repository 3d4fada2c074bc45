import { describe, expect, it } from "vitest";
import { hideSmallGroups, wouldGiveAway } from "./hide-small-groups";
import type { PlacedCostGroup } from "./return-report";

const group = (id: string, people: number, parts: Partial<PlacedCostGroup> = {}): PlacedCostGroup => ({
  id,
  source: "entry",
  category: "retention",
  kind: id,
  reach: "owner",
  rows: people,
  amountMinor: 100,
  hours: 0,
  people,
  withoutRate: 0,
  currenciesWithoutRate: [],
  placement: "retention",
  ...parts,
});
const hiddenOf = (groups: PlacedCostGroup[]) =>
  hideSmallGroups(groups, false)
    .filter(({ amountMinor }) => amountMinor === null)
    .map(({ id }) => id);

describe("costs of few people", () => {
  it("are hidden with another group, so that the sum less the others gives nobody away", () => {
    expect(hiddenOf([group("a", 1), group("b", 8), group("c", 20)])).toEqual(["a", "b"]);
  });
  it("are shown to readers who may see pay, and what was spent on units is shown to all", () => {
    expect(hideSmallGroups([group("a", 1)], true)[0]!.amountMinor).toBe(100);
    expect(hiddenOf([group("unit", 0), group("b", 8)])).toEqual([]);
  });
  it("cannot be worked out by moving them, or what hides them, to another programme", () => {
    const before = [group("a", 1), group("b", 8), group("c", 20)];
    const moved = (id: string) =>
      before.map((each) => (each.id === id ? { ...each, placement: "crm" as const } : each));
    expect(wouldGiveAway(before, moved("a"))).toBe(true);
    expect(wouldGiveAway(before, moved("b"))).toBe(true);
    expect(wouldGiveAway(before, moved("c"))).toBe(false);
  });
});
