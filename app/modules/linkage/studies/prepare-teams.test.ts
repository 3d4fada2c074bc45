import { describe, expect, it } from "vitest";
import { buildTeam } from "../../../../tests/builders/study-results";
import { prepareTeams } from "./prepare-teams";

const teamsOf = (people: Readonly<Record<string, number>>) =>
  Object.entries(people).map(([unitId, n]) => buildTeam({ unitId, people: n }));
const idsOf = (prepared: ReturnType<typeof prepareTeams>) => prepared.teams.map((team) => team.unitId).sort();

describe("teams for who sees the whole company", () => {
  it("names every team of five people or more", () => {
    const prepared = prepareTeams(teamsOf({ a: 8, b: 5, c: 12 }), "satisfaction", null);
    expect(idsOf(prepared)).toEqual(["a", "b", "c"]);
    expect(prepared).toMatchObject({ hidden: 0, ranked: 3, rest: null });
  });

  it("leaves out a team of four, and the smallest other one, which would give it away by subtraction", () => {
    const prepared = prepareTeams(teamsOf({ a: 8, b: 4, c: 12 }), "satisfaction", null);
    expect(idsOf(prepared)).toEqual(["c"]);
    expect(prepared.hidden).toBe(2);
  });

  it("orders by place and says which interval leaves the company's mean out", () => {
    const near = buildTeam({ unitId: "near", rank: { estimate: 2, lower: 1, upper: 3 } });
    const apart = buildTeam({
      unitId: "apart",
      effect: { estimate: 0.2, lower: 0.1, upper: 0.3 },
      rank: { estimate: 1, lower: 1, upper: 2 },
    });
    const { teams } = prepareTeams([near, apart], "satisfaction", null);
    expect(teams.map(({ unitId, isApart }) => [unitId, isApart])).toEqual([
      ["apart", true],
      ["near", false],
    ]);
  });

  it("never passes on the raw difference", () => {
    const [team] = prepareTeams(teamsOf({ a: 9 }), "satisfaction", null).teams;
    expect(team).not.toHaveProperty("raw");
  });
});

describe("teams for a manager of some of them", () => {
  it("names the own ones and sums up the others as one", () => {
    const prepared = prepareTeams(teamsOf({ a: 8, b: 9, c: 12, d: 10 }), "satisfaction", new Set(["a", "b"]));
    expect(idsOf(prepared)).toEqual(["a", "b"]);
    expect(prepared.rest).toMatchObject({ teams: 2, people: 22 });
    expect(JSON.stringify(prepared)).not.toMatch(/Team [cd]/);
  });

  it("does not show the rest where it is a single team", () => {
    const prepared = prepareTeams(teamsOf({ a: 8, b: 9, c: 12 }), "satisfaction", new Set(["a", "b"]));
    expect(prepared.rest).toBeNull();
  });

  it("shows neither the rest nor the smaller team beside a hidden one of their own", () => {
    const prepared = prepareTeams(teamsOf({ a: 3, b: 9, c: 12, d: 6 }), "satisfaction", new Set(["a", "b"]));
    expect(idsOf(prepared)).toEqual([]);
    expect(prepared.hidden).toBe(2);
  });

  it("hides a team in every outcome that is too small in one", () => {
    const small = buildTeam({ unitId: "a", people: 4, outcome: "churn" });
    const enough = buildTeam({ unitId: "a", people: 6 });
    const others = ["b", "c", "d"].map((unitId) => buildTeam({ unitId, people: 9 }));
    expect(idsOf(prepareTeams([small, enough, ...others], "satisfaction", null))).not.toContain("a");
  });

  it("gives the rest the mean weighted by what each team's figure stands on", () => {
    const effect = (estimate: number) => ({ estimate, lower: estimate - 0.2, upper: estimate + 0.2 });
    const prepared = prepareTeams(
      [
        buildTeam({ unitId: "own" }),
        buildTeam({ unitId: "x", n: 100, effect: effect(0.1) }),
        buildTeam({ unitId: "y", n: 300, effect: effect(-0.1) }),
      ],
      "satisfaction",
      new Set(["own"]),
    );
    expect(prepared.rest?.effect.estimate).toBeCloseTo(0.25 * 0.1 - 0.75 * 0.1, 12);
    expect(prepared.rest?.effect.upper).toBeCloseTo(-0.05 + Math.hypot(0.25 * 0.2, 0.75 * 0.2), 12);
  });
});
