/** The generated company's truth is in its rows: rates come out as planted, naive estimates fail, honest ones do not. */
import { describe, expect, it } from "vitest";
import { createGenerator } from "../../app/stats/random/generator";
import { clusteredCovariance } from "../../app/stats/regression/clustered-covariance";
import { coefficientTable } from "../../app/stats/regression/coefficient-table";
import { fixedEffects } from "../../app/stats/regression/fixed-effects";
import { ordinaryLeastSquares } from "../../app/stats/regression/ordinary-least-squares";
import { answered } from "../../tests/reference/compare";
import type { SimulatedArea } from "./area-state";
import { burnInMonths, keptMonths, regionPlans } from "./company-plan";
import { answerSensitivity, plantedEffects } from "./planted-effects";
import { simulateArea } from "./simulate-area";
import { trainingHours12m } from "./simulated-manager";

const monthCount = burnInMonths + keptMonths;

/** The account managers and accounts of the medium company, without the paper around them. */
function simulateRegions(seed: number): SimulatedArea[] {
  return regionPlans.map((plan) =>
    simulateArea(createGenerator(seed).split(plan.code), {
      positions: 20,
      accounts: 300,
      monthCount,
      firstKept: burnInMonths,
      programmeStart: plan.programmeStart === null ? null : burnInMonths + plan.programmeStart,
    }),
  );
}

const seeds = [11, 12, 13, 14, 15, 16];
const companies = seeds.map(simulateRegions);

interface Totals {
  accountMonths: number;
  lost: number;
  personMonths: number;
  left: number;
  voluntary: number;
}

function countEvents(areas: readonly SimulatedArea[]): Totals {
  const totals: Totals = { accountMonths: 0, lost: 0, personMonths: 0, left: 0, voluntary: 0 };
  for (const { accounts, managers } of areas) {
    for (let month = burnInMonths; month + 1 < monthCount; month++) {
      for (const account of accounts) {
        if (account.startAt > month || account.endAt <= month) continue;
        totals.accountMonths += 1;
        if (account.endAt === month + 1) totals.lost += 1;
      }
      for (const { person } of managers) {
        if (person.hiredAt > month || person.leftAt <= month) continue;
        totals.personMonths += 1;
        if (person.leftAt !== month + 1) continue;
        totals.left += 1;
        if (person.leaveReason === "voluntary") totals.voluntary += 1;
      }
    }
  }
  return totals;
}

interface Panel {
  satisfaction: number[];
  training: number[];
  logTenure: number[];
  sinceHandover: number[][];
  /** How much of an effect shows in the answers of this row. */
  sensitivity: number[];
  account: string[];
  month: number[];
  manager: string[];
}

/** One row per account and month with an owner and an answer; satisfaction is the mean of the rounded answers. */
function answersOf(areas: readonly SimulatedArea[]): Panel {
  const panel: Panel = {
    satisfaction: [],
    training: [],
    logTenure: [],
    sinceHandover: [[], [], []],
    sensitivity: [],
    account: [],
    month: [],
    manager: [],
  };
  for (const [a, area] of areas.entries()) {
    for (const [i, account] of area.accounts.entries()) {
      for (
        let month = Math.max(burnInMonths, account.startAt);
        month < Math.min(account.endAt, monthCount);
        month++
      ) {
        const owner = account.owner[month]!;
        const scores = [...String(account.answers[month])].map(Number).filter((score) => score > 0);
        if (owner < 0 || scores.length === 0) continue;
        const since = monthsSinceHandover(account.stints, month);
        panel.satisfaction.push(scores.reduce((sum, score) => sum + score, 0) / scores.length);
        const { person } = area.managers[owner]!;
        panel.training.push(trainingHours12m(person, month) / 10);
        panel.logTenure.push(Math.log(1 + month - person.hiredAt));
        for (const [step, [from, to]] of [
          [0, 3],
          [3, 6],
          [6, 12],
        ].entries())
          panel.sinceHandover[step]!.push(since >= from! && since < to! ? 1 : 0);
        panel.sensitivity.push(answerSensitivity(account.satisfaction[month]!));
        panel.account.push(`${a}-${i}`);
        panel.month.push(month);
        panel.manager.push(`${a}-${owner}`);
      }
    }
  }
  return panel;
}

function monthsSinceHandover(stints: SimulatedArea["accounts"][number]["stints"], month: number): number {
  const at = stints.findIndex((stint) => stint.from <= month && stint.to > month);
  return at <= 0 ? 1_000 : month - stints[at]!.from;
}

type Effects = "pooled" | "account and month" | "account, month and manager";

interface Estimate {
  readonly slope: number;
  readonly covers: boolean;
  readonly afterHandover: readonly number[];
}

/** Slope of satisfaction on ten hours of training with an interval clustered by account, as an analyst would report it. */
function estimate(panel: Panel, effects: Effects, planted: number): Estimate {
  const covariates = [panel.training, panel.logTenure, ...panel.sinceHandover];
  const fit =
    effects === "pooled"
      ? ordinaryLeastSquares({ outcome: panel.satisfaction, covariates })
      : fixedEffects({
          outcome: panel.satisfaction,
          covariates,
          effects:
            effects === "account and month"
              ? [panel.account, panel.month]
              : [panel.account, panel.month, panel.manager],
        });
  const rows = answered(
    coefficientTable(answered(fit), answered(clusteredCovariance(answered(fit), [panel.account]))),
  );
  const at = effects === "pooled" ? 1 : 0;
  const own = rows[at]!;
  return {
    slope: own.estimate,
    covers: own.interval.lower <= planted && planted <= own.interval.upper,
    afterHandover: rows.slice(at + 2).map((row) => row.estimate),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("rates", () => {
  const totals = companies.map(countEvents);
  const sum = (pick: (each: Totals) => number) => totals.reduce((all, each) => all + pick(each), 0);

  it("has about a fifth of the account managers leave a year, about 15 % of their own will", () => {
    const perYear = 12 / sum((each) => each.personMonths);
    expect(sum((each) => each.left) * perYear).toBeGreaterThan(0.175);
    expect(sum((each) => each.left) * perYear).toBeLessThan(0.225);
    expect(sum((each) => each.voluntary) * perYear).toBeGreaterThan(0.125);
    expect(sum((each) => each.voluntary) * perYear).toBeLessThan(0.17);
  });

  it("loses 10 to 11 % of the accounts a year, within half a point", () => {
    const perYear = 1 - Math.exp((-12 * sum((each) => each.lost)) / sum((each) => each.accountMonths));
    expect(perYear).toBeGreaterThan(0.095);
    expect(perYear).toBeLessThan(0.115);
  });
});

describe("the effect of training on satisfaction", () => {
  const panels = companies.map(answersOf);
  // Answers stop at 5, so that about a tenth of any effect on satisfaction cannot show in them.
  const shown = mean(panels.map((panel) => mean(panel.sensitivity)));
  const planted = shown * 10 * plantedEffects.csat.perTrainingHour;
  const of = (effects: Effects) => panels.map((panel) => estimate(panel, effects, planted));
  const honest = of("account, month and manager");
  const slopeOf = (estimates: readonly Estimate[]) => mean(estimates.map((each) => each.slope));
  const coverageOf = (estimates: readonly Estimate[]) => estimates.filter((each) => each.covers).length;

  it("is 0.04 per ten hours, of which 0.035 to 0.037 shows in answers", () => {
    expect(planted).toBeGreaterThan(0.035);
    expect(planted).toBeLessThan(0.037);
  });

  it("is found by account, month and manager effects, within three standard errors of six companies", () => {
    const slopes = honest.map((each) => each.slope);
    const deviation = Math.sqrt(mean(slopes.map((slope) => (slope - slopeOf(honest)) ** 2)));
    expect(Math.abs(slopeOf(honest) - planted)).toBeLessThan((3 * deviation) / Math.sqrt(seeds.length));
    expect(coverageOf(honest)).toBeGreaterThanOrEqual(4);
  });

  it("is put at about half by a pooled regression, whose intervals miss it in every company", () => {
    const pooled = of("pooled");
    expect(slopeOf(pooled) / planted).toBeGreaterThan(0.4);
    expect(slopeOf(pooled) / planted).toBeLessThan(0.7);
    expect(coverageOf(pooled)).toBeLessThanOrEqual(1);
  });

  it("is put too low by account and month effects alone", () => {
    expect(slopeOf(of("account and month")) / planted).toBeLessThan(0.9);
  });

  it("comes with a dip after a handover that is deepest at first and fades", () => {
    const steps = [0, 1, 2].map((step) => mean(honest.map((each) => each.afterHandover[step]!)));
    expect(steps[0]).toBeLessThan(-0.14);
    expect(steps[0]).toBeGreaterThan(-0.35);
    expect(steps[2]).toBeLessThan(-0.04);
    expect(steps[0]).toBeLessThan(steps[2]!);
  });
});
