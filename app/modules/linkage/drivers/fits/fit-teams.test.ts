import { expect, it } from "vitest";
import { createGenerator } from "~/stats/random/generator";
import { type BuiltMonth, buildFitData } from "../../../../../tests/builders/fit-data";
import { findSpec } from "../specs";
import { fitTeams } from "./fit-teams";

/** Six teams of five people with ten accounts each over two years; each person loses a share of theirs in the second. */
function teamsThatLose(shareLost: (team: number) => number) {
  const random = createGenerator("teams");
  const months: BuiltMonth[] = [];
  for (let account = 0; account < 300; account++) {
    const owner = account % 30;
    const lostIn = Math.floor(account / 30) < 10 * shareLost(owner % 6) ? 13 + random.int(10) : null;
    for (let month = 0; month < 24; month++) {
      months.push({ account, month, owner, churnsNextMonth: month + 1 === lostIn ? 1 : 0 });
      if (month + 1 === lostIn) break;
    }
  }
  return fitTeams(
    findSpec("teams")!,
    buildFitData(months, (owner) => owner % 6),
    new Map(),
  ).teams!.filter(({ outcome }) => outcome === "churn");
}

it("puts the team that loses most last, in accounts per hundred and year, and pulls it towards the company", () => {
  const teams = teamsThatLose((team) => (team === 0 ? 0.4 : 0.1));
  expect(teams).toHaveLength(6);
  const worst = teams.find(({ unitId }) => unitId === "id 0")!;
  expect(worst.rank.estimate).toBeGreaterThan(5.5);
  expect(worst.accounts).toBe(50);
  expect(worst.raw).toBeGreaterThan(15);
  expect(worst.effect.estimate).toBeGreaterThan(10);
  expect(worst.effect.estimate).toBeLessThan(worst.raw);
  expect(worst.effect.lower).toBeGreaterThan(0);
});

it("does not claim to know that teams are alike where it finds no difference", () => {
  for (const { effect, rank } of teamsThatLose(() => 0.1)) {
    expect(effect.lower).toBeLessThan(-4);
    expect(effect.upper).toBeGreaterThan(4);
    expect([rank.lower, rank.upper]).toEqual([1, 6]);
  }
});

it("ranks nobody by losses where nothing was lost", () => {
  expect(teamsThatLose(() => 0)).toEqual([]);
});
