import { describe, expect, it } from "vitest";
import { answered, expectClose } from "../../../tests/reference/compare";
import { readReference } from "../../../tests/reference/read-reference";
import { createGenerator } from "../random/generator";
import { coxRegression } from "./cox-regression";
import { type LogRankOptions, logRankTest } from "./log-rank";

const inputs = readReference("inputs");
const expected = readReference("expected").logrank;
const own = readReference("survival");
const lungEvent = inputs.lung.status.map((status: number) => status - 1);
const withEcog = [...inputs.lung.time.keys()].filter((i: number) => inputs.lung["ph.ecog"][i] !== null);
const pick = <T>(column: readonly T[]) => withEcog.map((i) => column[i]!);
const aml = { exit: inputs.aml.time, event: inputs.aml.status };

interface RTest {
  readonly chisq: number;
  readonly obs: number[];
  readonly exp: number[];
  readonly var: number[][];
}

function expectTest(result: ReturnType<typeof logRankTest>, want: RTest) {
  const test = answered(result);
  expectClose([test.statistic], [want.chisq]);
  expectClose(
    test.groups.map((group) => group.observed),
    want.obs,
  );
  expectClose(
    test.groups.map((group) => group.expected),
    want.exp,
  );
  expectClose(test.covariance.values, want.var.flat());
}

describe("log-rank against R", () => {
  it.each([
    ["lung_sex", { exit: inputs.lung.time, event: lungEvent }, inputs.lung.sex, {}],
    [
      "lung_sex_strata_ecog",
      { exit: pick<number>(inputs.lung.time), event: pick<number>(lungEvent) },
      pick<number>(inputs.lung.sex),
      { strata: pick<number>(inputs.lung["ph.ecog"]) },
    ],
    ["aml", aml, inputs.aml.x, {}],
    ["aml_peto_rho1", aml, inputs.aml.x, { rho: 1 }],
    ["ovarian_rx", { exit: inputs.ovarian.futime, event: inputs.ovarian.fustat }, inputs.ovarian.rx, {}],
  ] as [
    string,
    { exit: number[]; event: number[] },
    number[],
    LogRankOptions,
  ][])("%s", (key, rows, group, options) => {
    const test = logRankTest(rows, group, options);
    expectTest(test, expected[key]);
    expect(answered(test).degreesOfFreedom).toBe(expected[key].df);
    expectClose([answered(test).p], [expected[key].p]);
  });

  const { entry, exit, event, stratum, group } = own.rows;
  it.each([
    ["right", { exit, event }, {}],
    ["right_strata_rho", { exit, event }, { strata: stratum, rho: 0.5 }],
    ["delayed", { entry, exit, event }, {}],
    ["delayed_strata_rho", { entry, exit, event }, { strata: stratum, rho: 1 }],
  ])("four groups with ties: %s", (key, rows, options) => {
    expectTest(logRankTest(rows, group, options), own.logrank[key]);
  });
});

describe("log-rank by its properties", () => {
  it("is the Cox score test where no events tie and one covariate tells two groups apart", () => {
    const generator = createGenerator(3);
    const exit = Array.from({ length: 80 }, () => generator.uniform());
    const entry = exit.map((time) => time * generator.uniform());
    const event = exit.map(() => (generator.uniform() < 0.6 ? 1 : 0));
    const group = exit.map((_, i) => i % 2);
    const test = answered(logRankTest({ entry, exit, event }, group));
    const cox = answered(coxRegression({ entry, exit, event, covariates: [group] }));
    expectClose([test.statistic], [cox.scoreTest.statistic], 1e-10);
  });

  it("does not depend on labels, order or the unit of time; a weight of 2 is two rows", () => {
    const base = answered(logRankTest(aml, inputs.aml.x));
    const renamed = inputs.aml.x.map((label: string) => (label === "Maintained" ? 9 : -1));
    const reversed = {
      exit: [...aml.exit].reverse().map((t: number) => t / 30.4),
      event: [...aml.event].reverse(),
    };
    const other = answered(logRankTest(reversed, [...renamed].reverse()));
    expectClose([other.statistic], [base.statistic], 1e-12);
    const weights = aml.exit.map((_: number, i: number) => 1 + (i % 3));
    const repeat = <T>(column: readonly T[]) =>
      column.flatMap((value, i) => Array.from({ length: weights[i] }, () => value));
    const repeated = { exit: repeat<number>(aml.exit), event: repeat<number>(aml.event) };
    const once = answered(logRankTest({ ...aml, weights }, inputs.aml.x));
    expectClose([once.statistic], [answered(logRankTest(repeated, repeat(inputs.aml.x))).statistic], 1e-12);
  });

  it("sees a late difference better with gamma than with rho", () => {
    const exit = Array.from({ length: 200 }, (_, i) =>
      i < 100 ? i + 1 : i < 150 ? i - 99 : 100.5 + (i - 150) / 100,
    );
    const event = exit.map(() => 1);
    const group = exit.map((_, i) => (i < 100 ? 0 : 1));
    const late = answered(logRankTest({ exit, event }, group, { gamma: 1 })).statistic;
    const early = answered(logRankTest({ exit, event }, group, { rho: 1 })).statistic;
    expect(late).toBeGreaterThan(early);
  });

  it("rejects a true null about as often as it says", () => {
    const generator = createGenerator("log-rank-size");
    let rejected = 0;
    const trials = 2000;
    for (let trial = 0; trial < trials; trial++) {
      const exit = Array.from({ length: 150 }, () => Math.ceil(-10 * Math.log(generator.uniform())));
      const event = exit.map(() => (generator.uniform() < 0.7 ? 1 : 0));
      const group = exit.map((_, i) => i % 3);
      if (answered(logRankTest({ exit, event }, group)).p < 0.05) rejected++;
    }
    expect(rejected / trials).toBeGreaterThan(0.035);
    expect(rejected / trials).toBeLessThan(0.065);
  });
});

describe("log-rank on malformed input", () => {
  it("tells why there is no answer", () => {
    expect(logRankTest({ exit: [], event: [] }, [])).toMatchObject({ refused: "too-few-observations" });
    expect(logRankTest({ exit: [1, 2], event: [1, 1] }, ["a", "a"])).toMatchObject({
      refused: "no-comparison-group",
    });
    expect(logRankTest({ exit: [1, 2], event: [0, 0] }, ["a", "b"])).toMatchObject({ refused: "no-events" });
    // Group b has left before the first event: nothing is ever compared.
    expect(logRankTest({ exit: [2, 1], event: [1, 0] }, ["a", "b"])).toMatchObject({
      refused: "no-variation",
    });
  });

  it("keeps going past a last risk set of one, where (n − d)/(n − 1) is 0/0", () => {
    const test = answered(logRankTest({ exit: [1, 2], event: [1, 1] }, ["a", "b"]));
    expect(test.statistic).toBeCloseTo(1, 12); // (1 − 1/2)² / (1/4)
  });

  it("throws naming the argument", () => {
    expect(() => logRankTest({ exit: [1, Number.NaN], event: [1, 1] }, [1, 2])).toThrow("exit");
    expect(() => logRankTest({ exit: [1, 2], event: [1, 1] }, [1])).toThrow("group");
    expect(() => logRankTest({ exit: [1, 2], event: [1, 1] }, [1, Number.NaN])).toThrow("group");
    expect(() => logRankTest({ exit: [1, 2], event: [1, 1] }, [1, 2], { strata: [1] })).toThrow("strata");
    expect(() => logRankTest({ exit: [1, 2], event: [1, 1] }, [1, 2], { rho: Number.NaN })).toThrow("rho");
    expect(() => logRankTest({ exit: [1, 2], event: [1, 1] }, [1, 2], { gamma: -1 })).toThrow("gamma");
  });
});
