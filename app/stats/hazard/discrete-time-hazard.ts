import {
  ArgumentError,
  requireCount,
  requireFiniteColumn,
  requirePositive,
  requireSameLength,
} from "../arguments";
import type { Refusal } from "../result";
import { type FollowUp, readFollowUp } from "../survival/follow-up";
import type { Label } from "../survival/level-codes";
import { type GlmFit, type GlmOptions, generalisedLinearModel } from "./generalised-linear-model";

export interface PeriodOptions {
  /** Length of a period, in the unit of `exit`. Period k is ((k − 1)·width, k·width]. */
  readonly width: number;
}

/** One row for each period in which a unit was at risk. */
export interface PersonPeriods {
  /** Row of the follow-up it comes from. */
  readonly source: Uint32Array;
  /** 1, 2, … from the origin of time, not from entry. */
  readonly period: Float64Array;
  /** 1 in the last period of a row that ended with the event. */
  readonly event: Uint8Array;
}

/**
 * Follow-up as account-months: a row over (entry, exit] yields the periods floor(entry/width) + 1 … ceil(exit/width). A period
 * only partly at risk counts whole; choose the width so that this does not matter, or pass exposure as an offset.
 * R: `survival::survSplit(…, cut = width * 1:k)`.
 *
 * @throws ArgumentError on faulty rows, a negative entry or an exit of 0 or less (time runs from the origin)
 */
export function personPeriods(rows: FollowUp, options: PeriodOptions): PersonPeriods {
  const columns = readFollowUp(rows);
  requirePositive(options.width, "width");
  const { n, entry, exit } = columns;
  const firsts = new Float64Array(n);
  const lasts = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    if (entry !== null && entry[i]! < 0)
      throw new ArgumentError("entry", `row ${i} is ${entry[i]}, before the origin`);
    if (!(exit[i]! > 0))
      throw new ArgumentError("exit", `row ${i} is ${exit[i]}; expected a time after the origin`);
    firsts[i] = entry === null ? 1 : Math.floor(entry[i]! / options.width) + 1;
    lasts[i] = Math.ceil(exit[i]! / options.width);
    total += lasts[i]! - firsts[i]! + 1;
  }
  const source = new Uint32Array(total);
  const period = new Float64Array(total);
  const event = new Uint8Array(total);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let k = firsts[i]!; k <= lasts[i]!; k++, at++) {
      source[at] = i;
      period[at] = k;
      event[at] = k === lasts[i]! ? columns.event[i]! : 0;
    }
  }
  return { source, period, event };
}

export interface DiscreteHazardRows extends FollowUp {
  readonly covariates: readonly ArrayLike<number>[];
  readonly names?: readonly string[];
}

export interface DiscreteHazardOptions extends PeriodOptions {
  /** "cloglog" (its coefficients are log hazard ratios, as in a Cox model) unless given. */
  readonly link?: "cloglog" | "logit";
  /** Periods from this one on share one baseline hazard. */
  readonly lastPeriod: number;
  /** Labels of the units, one for each row of the follow-up. */
  readonly cluster?: ArrayLike<Label>;
  readonly adjustment?: GlmOptions["adjustment"];
  readonly level?: number;
}

/**
 * Discrete-time hazard model: the event in each period given survival to it, with one baseline term a period ("period 1" …) and the
 * covariates, no intercept. The complementary log-log link is the grouped-time form of proportional hazards (Prentice &
 * Gloeckler 1978); the logit gives odds (Allison 1982). n is the person-periods.
 *
 * R: `glm(event ~ 0 + factor(pmin(period, last)) + x, family = binomial("cloglog"))` on the split rows.
 *
 * Refuses as `generalisedLinearModel` does: a period without an event is `separated`, and its name says which to pool.
 * Throws ArgumentError on faulty rows.
 */
export function discreteTimeHazard(
  rows: DiscreteHazardRows,
  options: DiscreteHazardOptions,
): GlmFit | Refusal {
  requireCount(options.lastPeriod, "lastPeriod");
  requirePositive(options.lastPeriod, "lastPeriod");
  const n = rows.exit.length;
  const names = rows.names ?? rows.covariates.map((_, j) => String(j + 1));
  requireSameLength(names, rows.covariates.length, "names");
  rows.covariates.forEach((column, j) => {
    requireSameLength(column, n, `covariates[${j}]`);
    requireFiniteColumn(column, `covariates[${j}]`);
  });
  if (options.cluster !== undefined) requireSameLength(options.cluster, n, "cluster");
  const periods = personPeriods(rows, options);
  const { source } = periods;
  const { present, dummies } = periodDummies(periods.period, options.lastPeriod);
  const spread = (column: ArrayLike<number>) => {
    const values = new Float64Array(source.length);
    for (let i = 0; i < source.length; i++) values[i] = column[source[i]!]!;
    return values;
  };
  const { weights } = rows;
  return generalisedLinearModel(
    {
      response: periods.event,
      columns: [...dummies, ...rows.covariates.map(spread)],
      names: [...present.map((period) => `period ${period}`), ...names],
      weights: weights === undefined ? undefined : spread(weights),
    },
    {
      family: options.link ?? "cloglog",
      cluster:
        options.cluster === undefined ? undefined : Array.from(source, (row) => options.cluster![row]!),
      adjustment: options.adjustment,
      level: options.level,
    },
  );
}

/** The periods there are, those from `last` on as one, and a 0/1 column for each. */
function periodDummies(period: Float64Array, last: number): { present: number[]; dummies: Uint8Array[] } {
  const columns = new Map<number, Uint8Array>();
  for (let i = 0; i < period.length; i++) {
    const own = Math.min(period[i]!, last);
    let column = columns.get(own);
    if (column === undefined) {
      column = new Uint8Array(period.length);
      columns.set(own, column);
    }
    column[i] = 1;
  }
  const present = [...columns.keys()].sort((a, b) => a - b);
  return { present, dummies: present.map((own) => columns.get(own)!) };
}
