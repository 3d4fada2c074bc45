/** Ten thousand draws of what programmes return; pure, the same on server and client. */
import { type Grade, grades } from "~/modules/linkage/drivers/result";
import { type BenefitLine, type BenefitPath, benefitLines, peopleLines } from "./benefit-path";
import { type DrawnInput, drawCount, drawInputs, drawSeed, type Input } from "./draw-inputs";
import { isHeadline } from "./grade-rule";
import { discountFactors } from "./profile";
import {
  benefitAt,
  compileAll,
  costOf,
  estimatesOf,
  type ProgrammeModel,
  type Valuation,
} from "./programme-model";
import { breakEvenOf, type InputEnds, type Swing, tornadoOf } from "./sensitivity";
import { type Density, densityOf, type Range, rangeOf, shareAbove } from "./summarise-draws";

export interface SimulationTask extends Valuation {
  readonly programmes: readonly ProgrammeModel[];
  readonly inputs: readonly Input[];
  readonly draws?: number;
  readonly seed?: string;
}

export interface ProgrammeReturn {
  readonly key: string;
  readonly cost: Range;
  readonly customers: Range;
  readonly people: Range;
  /** Net present value: benefits discounted to the start, where the cost stands in full. */
  readonly net: Range;
  readonly netMedian: number;
  /** Benefits as they fall due, less cost. */
  readonly undiscountedNet: Range;
  /** Of net to cost; null where there is no cost. */
  readonly roi: Range | null;
  /** Months until the benefit has covered the cost; null where it does not within the horizon. */
  readonly paybackMonths: {
    readonly base: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly gainProbability: number;
  readonly lines: Readonly<Record<BenefitLine, Range>>;
  readonly density: Density | null;
  readonly tornado: readonly Swing[];
  /** Present value of the base case by weakest grade of the chain it rests on. */
  readonly byGrade: Readonly<Record<Grade, number>>;
  /** What C and D would add, with its percentiles. */
  readonly leftOut: Range;
  /** Share of the effects at which the net is nil: those that count, and all of them. Null where no share does it. */
  readonly breakEven: { readonly counted: number | null; readonly all: number | null };
  /** No effect of grade A or B feeds it. */
  readonly isMeasured: boolean;
}

export interface SimulationResult {
  readonly programmes: readonly ProgrammeReturn[];
  readonly total: ProgrammeReturn;
  readonly draws: number;
}

export const totalKey = "all";

export function simulateProgrammes(task: SimulationTask): SimulationResult {
  const count = task.draws ?? drawCount;
  const drawn = drawInputs(usedInputs(task), count, task.seed ?? drawSeed);
  const ends: InputEnds = new Map(drawn.map((input) => [input, rangeOf(input.draws, input.estimate)]));
  const runs = task.programmes.map((programme) => runDraws([programme], drawn, task, count));
  return {
    programmes: task.programmes.map((programme, index) =>
      returnOf(programme.key, [programme], runs[index]!, drawn, ends, task),
    ),
    total: returnOf(totalKey, task.programmes, addRuns(runs, count, task.horizonMonths), drawn, ends, task),
    draws: count,
  };
}

/** Inputs that some path or cost asks for; as each has its own stream, leaving the others undrawn changes nothing. */
function usedInputs({ programmes, inputs }: SimulationTask): Input[] {
  const keys = new Set<string>();
  for (const { paths, unitCosts } of programmes) {
    for (const { key } of unitCosts) keys.add(key);
    for (const path of paths) {
      const own = path.kind === "departures" ? [path.leaving, path.departureCost] : [];
      for (const key of [path.margin, path.hazard, ...own]) keys.add(key);
      for (const term of termsOf(path)) for (const key of term.factors) keys.add(key);
    }
  }
  return inputs.filter((input) =>
    input.kind === "effects" ? input.keys.some((key) => keys.has(key)) : keys.has(input.key),
  );
}

function termsOf(path: BenefitPath) {
  return path.kind === "accounts" ? path.terms : [...path.terms, ...path.handover];
}

interface Run {
  readonly cost: Float64Array;
  readonly lines: readonly Float64Array[];
  readonly leftOut: Float64Array;
  /** Discounted benefit by draw and month. */
  readonly flow: Float64Array;
}

function runDraws(
  programmes: readonly ProgrammeModel[],
  drawn: readonly DrawnInput[],
  task: SimulationTask,
  count: number,
): Run {
  const horizon = task.horizonMonths;
  const counted = compileAll(programmes, drawn, task, isHeadline);
  const everything = hasLeftOut(programmes) ? compileAll(programmes, drawn, task, () => true) : counted;
  const cost = costOf(programmes, drawn);
  const run: Run = {
    cost: new Float64Array(count),
    lines: benefitLines.map(() => new Float64Array(count)),
    leftOut: new Float64Array(count),
    flow: new Float64Array(count * horizon),
  };
  const values = new Float64Array(drawn.length);
  const lines = new Float64Array(benefitLines.length);
  const unused = new Float64Array(horizon);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < drawn.length; k++) values[k] = drawn[k]!.draws[i]!;
    lines.fill(0);
    for (const path of counted) path.add(values, lines, run.flow.subarray(i * horizon, (i + 1) * horizon));
    let benefit = 0;
    for (let l = 0; l < lines.length; l++) {
      run.lines[l]![i] = lines[l]!;
      benefit += lines[l]!;
    }
    run.cost[i] = cost(values);
    if (everything === counted) continue;
    lines.fill(0);
    for (const path of everything) path.add(values, lines, unused);
    run.leftOut[i] = lines.reduce((sum, line) => sum + line, 0) - benefit;
  }
  return run;
}

function addRuns(runs: readonly Run[], count: number, horizon: number): Run {
  const total: Run = {
    cost: new Float64Array(count),
    lines: benefitLines.map(() => new Float64Array(count)),
    leftOut: new Float64Array(count),
    flow: new Float64Array(count * horizon),
  };
  const add = (into: Float64Array, from: Float64Array) => {
    for (let i = 0; i < into.length; i++) into[i]! += from[i]!;
  };
  for (const run of runs) {
    add(total.cost, run.cost);
    add(total.leftOut, run.leftOut);
    add(total.flow, run.flow);
    for (const [l, line] of run.lines.entries()) add(total.lines[l]!, line);
  }
  return total;
}

function returnOf(
  key: string,
  programmes: readonly ProgrammeModel[],
  run: Run,
  drawn: readonly DrawnInput[],
  ends: InputEnds,
  task: SimulationTask,
): ProgrammeReturn {
  const count = run.cost.length;
  const base = baseCase(programmes, drawn, task);
  const sums = {
    customers: new Float64Array(count),
    people: new Float64Array(count),
    net: new Float64Array(count),
  };
  const roi = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (const [l, line] of benefitLines.entries()) {
      const side = peopleLines.includes(line) ? sums.people : sums.customers;
      side[i]! += run.lines[l]![i]!;
    }
    sums.net[i] = sums.customers[i]! + sums.people[i]! - run.cost[i]!;
    roi[i] = run.cost[i]! > 0 ? sums.net[i]! / run.cost[i]! : 0;
  }
  const net = rangeOf(sums.net, base.net);
  return {
    key,
    cost: rangeOf(run.cost, base.cost),
    customers: rangeOf(sums.customers, base.customers),
    people: rangeOf(sums.people, base.people),
    net,
    netMedian: rangeOf(sums.net, 0, 0.5, 0.5).low,
    undiscountedNet: undiscountedOf(run, base, task),
    roi: base.cost > 0 ? rangeOf(roi, base.net / base.cost) : null,
    paybackMonths: paybackOf(run, base, task.horizonMonths),
    gainProbability: shareAbove(sums.net, 0),
    lines: Object.fromEntries(
      benefitLines.map((line, l) => [line, rangeOf(run.lines[l]!, base.lines[l]!)]),
    ) as Record<BenefitLine, Range>,
    density: densityOf(sums.net),
    tornado: tornadoOf(programmes, drawn, ends, task),
    byGrade: base.byGrade,
    leftOut: rangeOf(run.leftOut, base.byGrade.C + base.byGrade.D),
    breakEven: {
      counted: breakEvenOf(programmes, drawn, task, isHeadline),
      all: breakEvenOf(programmes, drawn, task, () => true),
    },
    isMeasured: base.isMeasured,
  };
}

function hasLeftOut(programmes: readonly ProgrammeModel[]): boolean {
  return programmes.some(({ paths }) =>
    paths.some((path) => termsOf(path).some((term) => !isHeadline(term.grade))),
  );
}

/** Every input at its estimate: what adds up across programmes and what the workbook's formulas recompute. */
function baseCase(programmes: readonly ProgrammeModel[], drawn: readonly DrawnInput[], task: SimulationTask) {
  const values = estimatesOf(drawn);
  const upTo = grades.map((_, rank) => {
    const paths = compileAll(programmes, drawn, task, (grade) => grades.indexOf(grade) <= rank);
    return { isAny: paths.length > 0, ...benefitAt(paths, values, task.horizonMonths) };
  });
  const headline = upTo[1]!;
  const cost = costOf(programmes, drawn)(values);
  const people = benefitLines.reduce(
    (sum, line, l) => sum + (peopleLines.includes(line) ? headline.lines[l]! : 0),
    0,
  );
  return {
    cost,
    lines: headline.lines,
    flow: headline.flow,
    people,
    customers: headline.total - people,
    net: headline.total - cost,
    isMeasured: headline.isAny,
    byGrade: Object.fromEntries(
      grades.map((grade, rank) => [grade, upTo[rank]!.total - (upTo[rank - 1]?.total ?? 0)]),
    ) as Record<Grade, number>,
  };
}

/** Each month's benefit with its discount taken back, less cost. */
function undiscountedOf(run: Run, base: { cost: number; flow: Float64Array }, task: SimulationTask): Range {
  const { horizonMonths } = task;
  const discount = discountFactors(task.annualDiscountRate, horizonMonths);
  const netOf = (flow: Float64Array, from: number, cost: number) => {
    let benefit = 0;
    for (let month = 0; month < horizonMonths; month++) benefit += flow[from + month]! / discount[month]!;
    return benefit - cost;
  };
  return rangeOf(
    Float64Array.from(run.cost, (cost, draw) => netOf(run.flow, draw * horizonMonths, cost)),
    netOf(base.flow, 0, base.cost),
  );
}

function monthsToCover(cost: number, flow: ArrayLike<number>, from: number, horizon: number): number {
  let covered = 0;
  for (let month = 0; month < horizon; month++) {
    covered += flow[from + month]!;
    if (covered >= cost) return month + 1;
  }
  return Number.POSITIVE_INFINITY;
}

function paybackOf(run: Run, base: { cost: number; flow: Float64Array }, horizon: number) {
  const shown = (months: number) => (Number.isFinite(months) ? months : null);
  if (base.cost <= 0) return { base: null, low: null, high: null };
  const months = Float64Array.from(run.cost, (cost, i) =>
    monthsToCover(cost, run.flow, i * horizon, horizon),
  ).sort();
  const at = (share: number) =>
    shown(months[Math.min(months.length - 1, Math.floor(share * months.length))]!);
  return { base: shown(monthsToCover(base.cost, base.flow, 0, horizon)), low: at(0.05), high: at(0.95) };
}
