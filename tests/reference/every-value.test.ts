/**
 * Walks through expected.json leaf by leaf. Every number in it is met by the library's answer in the same place, at the
 * file's own tolerance, or is named below with the reason why there is no answer or another tolerance.
 */
import { describe, expect, it } from "vitest";
import { comparisonAnswers } from "./answers/comparisons";
import { distributionAnswers } from "./answers/distributions";
import { eventStudyAnswers } from "./answers/event-study";
import { lifetimeAnswers } from "./answers/lifetime";
import { metricAnswers } from "./answers/metrics";
import { regressionAnswers } from "./answers/regression";
import { survivalAnswers } from "./answers/survival";
import { type ReferenceTree, readReference } from "./read-reference";

const expected = readReference("expected");
const answers: ReferenceTree = {
  ...survivalAnswers,
  ...regressionAnswers,
  ...comparisonAnswers,
  ...distributionAnswers,
  ...eventStudyAnswers,
  ...lifetimeAnswers,
  ...metricAnswers,
};

/** What the file gives rather than asks. */
const given: readonly (readonly [place: RegExp, reason: string])[] = [
  [/^aalen_johansen\.(etime|event|times)\[/, "the rows, and the times asked for"],
  [/^proportion\.cases\[\d\]\.(x|n)$/, "the counts"],
  [/^proportion\.newcombe_diff\[\d\]\.[xn][12]$/, "the counts"],
  [/^nps\.cases\[\d\]\.(promoters|passives|detractors)$/, "the counts"],
  [/^padjust\.\w+\.p(\[|$)/, "the p-values to adjust"],
  [/^agreement\.rwg_example\.x\[/, "the ratings"],
  [/^special\.\w+\.(x|p|t|df|a|b)\[/, "arguments"],
  [/^lognormal_share\.sigma\[/, "arguments"],
  [/^clv\.hyp2f1\.[abcz]\[/, "arguments"],
  [/^clv\.simple_contractual\.[mrd]$/, "arguments"],
  [/^clv\.(bgnbd|pareto_nbd|gamma_gamma)\.published\.(r|alpha|a|b|s|beta|p|q|v)$/, "a paper's parameters"],
  [/^clv\.sbg\.\w+\.published\.(alpha|beta)$/, "a paper's parameters"],
  [/^clv\.sbg\.\w+\.published\.actual_8to12\[/, "a paper's data, which no model reproduces"],
  [/^clv\.sbg\.\w+\.lost\[/, "the cohort"],
  [/^clv\.sbg\.\w+\.DERL_d10_n\.n\[/, "the renewals asked for"],
  [/^clv\.clv12\.rows\[/, "the customers asked for"],
  [/^clv\.bgnbd\.at_published\.(cust\.\w+|E_X\.t\[\d\])$/, "the customer and the times asked for"],
  [/^clv\.bgnbd\.at_mle\.cust_rows\.row\[/, "the customers asked for"],
  [/\.maxgrad$/, "how far R's optimiser went, which is no answer"],
  [/^metrics\.turnover\.(monthly_avg_headcount|separations)\[/, "the months"],
  [/^metrics\.cost_per_hire\.(external|internal|hires)$/, "the amounts"],
  [/^metrics\.grr_nrr\.(start|churned|contraction|expansion)$/, "the amounts"],
  [/^metrics\.hcroi\.(revenue|opex|comp_benefits)$/, "the amounts"],
  [/^metrics\.phillips\.(benefit|cost)$/, "the amounts"],
  [/^metrics\.whale\.profit\[/, "the profits"],
];

/** `meta.tolerance`: 1e-8, and 1e-6 for parameters by maximum likelihood; here is where that, or a note, says so. */
const tolerances: readonly (readonly [place: RegExp, tolerance: number, reason: string])[] = [
  [/^(glm|discrete_hazard)\..*\.(coef|se)\[/, 1e-6, "maximum likelihood"],
  [/^lmer\..*\.profile_ci\./, 1e-5, "R interpolates its profile with splines"],
  [/^lmer\..*\.(se|df_satterthwaite|t|blup|blup_condvar)(\[|$)/, 1e-6, "follows from the variances"],
  [/^lmer\..*\.(sd|var|theta|icc)(\[|$)/, 1e-5, "lmer.note: R's optimiser leaves them at this"],
  [/^clv\.\w+(\.\w+)?\.(mle|se)(\.|\[)/, 1e-6, "maximum likelihood"],
];

/** Where R's own number is further from the truth than the tolerance; the bound is what is left between the two. */
const beside: readonly (readonly [place: RegExp, tolerance: number, reason: string])[] = [
  [
    /^clv\.pareto_nbd\.mle\[[23]\]$/,
    1e-5,
    "R's optimiser stopped at a score of 5e-4; the maximum is proved by Newton's steps in lifetime.R",
  ],
  [/^nps\.cases\[1\]\.adjusted_wald_3\[1\]$/, 0.06, "R's limit is 106.3; a score's ends at 100"],
];

interface Leaf {
  readonly place: string;
  readonly value: number | null;
  readonly answer: unknown;
}

function leavesOf(tree: ReferenceTree, answer: ReferenceTree, place: string): Leaf[] {
  if (typeof tree === "number" || tree === null) return [{ place, value: tree, answer }];
  if (typeof tree !== "object") return [];
  return Object.keys(tree).flatMap((key) => {
    const at = Array.isArray(tree) ? `${place}[${key}]` : place === "" ? key : `${place}.${key}`;
    return leavesOf(tree[key], answer?.[key], at);
  });
}

const leaves = leavesOf(expected, answers, "");
const isGiven = ({ place }: Leaf) => given.some(([pattern]) => pattern.test(place));

function toleranceAt(place: string): number {
  const rule = [...beside, ...tolerances].find(([pattern]) => pattern.test(place));
  return rule ? rule[1] : 1e-8;
}

function isMet({ place, value, answer }: Leaf): boolean {
  // R's NA, or a column that it leaves out.
  if (value === null) return answer === null || answer === undefined || Number.isNaN(answer);
  if (typeof answer !== "number") return false;
  // R's 0 is also what is too small for it to print.
  if (value === 0) return Math.abs(answer) < 1e-300;
  return Math.abs(answer - value) <= toleranceAt(place) * Math.abs(value);
}

describe("expected.json", () => {
  it.each(Object.keys(expected).filter((group) => group !== "meta"))("%s", (group) => {
    const own = leaves.filter(({ place }) => place.startsWith(`${group}.`) && !isGiven({ place } as Leaf));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((leaf) => !isMet(leaf)).map((leaf) => JSON.stringify(leaf))).toEqual([]);
  });

  it("has no leaf that is neither asserted nor given", () => {
    const numbers = leaves.filter(({ value }) => value !== null);
    const asserted = numbers.filter((leaf) => !isGiven(leaf));
    expect(asserted.every(({ answer }) => typeof answer === "number")).toBe(true);
    expect([numbers.length, asserted.length]).toEqual([3424, 2346]);
  });

  it("has no reason that nothing needs", () => {
    const patterns = [...given, ...tolerances, ...beside].map(([pattern]) => pattern);
    const idle = patterns.filter((pattern) => !leaves.some(({ place }) => pattern.test(place)));
    expect(idle.map(String)).toEqual([]);
    const met = leaves.filter((leaf) => beside.some(([pattern]) => pattern.test(leaf.place)));
    const strictly = met.filter(
      ({ value, answer }) => Math.abs(Number(answer) - value!) <= 1e-6 * Math.abs(value!),
    );
    expect(strictly.map(({ place }) => place)).toEqual([]);
  });

  it("has no answer that nothing asks for", () => {
    const spare = (tree: ReferenceTree, own: ReferenceTree, place: string): string[] =>
      typeof own !== "object" || own === null
        ? []
        : Object.keys(own).flatMap((key) =>
            tree?.[key] === undefined ? [`${place}.${key}`] : spare(tree[key], own[key], `${place}.${key}`),
          );
    expect(spare(expected, answers, "")).toEqual([]);
  });
});
