import { ArgumentError, requireOpenProbability } from "../arguments";
import { studentTQuantile } from "../distributions/student-t";
import { type Estimate, isRefusal, type Refusal } from "../result";
import { type StaggeredRows, staggeredPanel } from "./staggered-panel";
import { withinUnitDummies } from "./within-unit-dummies";

export interface TwoWayInput extends Omit<StaggeredRows, "weights" | "covariates"> {
  /** Default 0.95. */
  readonly level?: number;
}

export interface EventTimeEstimate extends Estimate {
  readonly eventTime: number;
}

export interface TwoWayEventStudyInput extends TwoWayInput {
  /** Event time everything is measured against; default −1. */
  readonly reference?: number;
  /** Event times beyond these are pooled into them. Default: none is. */
  readonly earliest?: number;
  readonly latest?: number;
}

/**
 * The static two-way fixed-effects coefficient, y_it = α_i + λ_t + β·1{t ≥ g_i} + ε: shown for contrast only. With
 * treatment at different times and effects that grow it compares the treated with the already treated
 * (`goodmanBacon` takes it apart) and its interval does not hold what it says.
 *
 * CR1 by cluster with K = 1 + periods, t with G − 1; n rows of units seen at least twice.
 * R: `fixest::feols(y ~ treated | unit + period, cluster = ~unit)`.
 *
 * Throws ArgumentError as `groupTimeEffects` does for the rows and the level. Refuses `no-variation` (nobody changes),
 * `too-few-clusters`, `too-few-observations`.
 */
export function staticTwoWay(input: TwoWayInput): Estimate | Refusal {
  const { level = 0.95 } = input;
  requireOpenProbability(level, "level");
  const panel = staggeredPanel(input);
  const rows = Int32Array.from({ length: input.outcome.length }, (_, row) => row);
  const dummyOf = rows.map((row) => (input.period[row]! >= input.firstTreated[row]! ? 0 : -1));
  const fit = withinUnitDummies({ panel, outcome: input.outcome, rows, dummyOf, dummies: 1 });
  if (isRefusal(fit)) return fit;
  return clusteredEstimate(
    fit.coefficient[0]!,
    fit.covariance.values[0]!,
    fit,
    level,
    "two-way fixed effects, CR1",
  );
}

/**
 * The dynamic two-way coefficients, one per event time t − g but the reference: shown for contrast with `sunAbraham`,
 * which does not let one cohort's effects leak into another's leads. The units never treated are the comparison.
 *
 * Errors and n as `staticTwoWay`, K = event times + periods.
 * R: `fixest::feols(y ~ i(event_time, ever, ref = -1) | unit + period, cluster = ~unit)`.
 *
 * Throws and refuses as `staticTwoWay`; event times collinear with the rest are left out and warned of.
 */
export function dynamicTwoWay(
  input: TwoWayEventStudyInput,
): { effects: readonly EventTimeEstimate[]; warnings: readonly string[] } | Refusal {
  const { level = 0.95, reference = -1 } = input;
  const { earliest = Number.NEGATIVE_INFINITY, latest = Number.POSITIVE_INFINITY } = input;
  requireOpenProbability(level, "level");
  if (!Number.isFinite(reference)) throw new ArgumentError("reference", `must be finite, got ${reference}`);
  if (!(earliest <= reference && reference <= latest)) {
    throw new ArgumentError("reference", `must lie within earliest and latest, got ${reference}`);
  }
  const panel = staggeredPanel(input);
  const rows = Int32Array.from({ length: input.outcome.length }, (_, row) => row);
  const eventTime = (row: number) =>
    Math.min(latest, Math.max(earliest, input.period[row]! - input.firstTreated[row]!));
  const found = new Set<number>();
  for (const row of rows) if (Number.isFinite(input.firstTreated[row]!)) found.add(eventTime(row));
  found.delete(reference);
  const times = [...found].sort((a, b) => a - b);
  const numberOf = new Map(times.map((time, d) => [time, d]));
  const dummyOf = rows.map((row) =>
    Number.isFinite(input.firstTreated[row]!) ? (numberOf.get(eventTime(row)) ?? -1) : -1,
  );
  const fit = withinUnitDummies({ panel, outcome: input.outcome, rows, dummyOf, dummies: times.length });
  if (isRefusal(fit)) return fit;
  const warnings = fit.collinear.length > 0 ? ["collinear-event-times"] : [];
  return {
    effects: fit.kept.map((d, k) => ({
      eventTime: times[d]!,
      ...clusteredEstimate(
        fit.coefficient[k]!,
        fit.covariance.values[k * fit.kept.length + k]!,
        fit,
        level,
        "two-way fixed effects by event time, CR1",
      ),
    })),
    warnings,
  };
}

/** An estimate with its interval from the t distribution of G − 1 degrees of freedom. */
export function clusteredEstimate(
  estimate: number,
  variance: number,
  fit: { n: number; clusters: number },
  level: number,
  method: string,
): Estimate {
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom = fit.clusters - 1;
  const width = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return {
    estimate,
    standardError,
    interval: { lower: estimate - width, upper: estimate + width, level },
    degreesOfFreedom,
    n: fit.n,
    method,
    warnings: fit.clusters < 40 ? ["few-clusters"] : [],
  };
}
