import { aggregateEffects } from "../../app/stats/event-study/aggregate-effects";
import { groupTimeEffects } from "../../app/stats/event-study/group-time-effects";
import { discreteTimeHazard } from "../../app/stats/hazard/discrete-time-hazard";
import { drawNormal } from "../../app/stats/random/draws";
import { createGenerator } from "../../app/stats/random/generator";
import { clusteredCovariance } from "../../app/stats/regression/clustered-covariance";
import { fixedEffects } from "../../app/stats/regression/fixed-effects";
import { randomIntercept } from "../../app/stats/regression/random-intercept";
import { isRefusal, type Refusal } from "../../app/stats/result";
import { coxRegression } from "../../app/stats/survival/cox-regression";
import { kaplanMeier } from "../../app/stats/survival/kaplan-meier";

export type Columns = Readonly<Record<string, Float64Array>>;

export interface BenchMethod {
  readonly title: string;
  /** What R does with the same columns; see reference.R. */
  readonly r: string;
  readonly targetSeconds?: number;
  readonly generate: (rows: number) => Columns;
  /** The numbers to be compared with R's, in its order. */
  readonly fit: (columns: Columns) => number[] | Refusal;
}

const zeros = (rows: number) => new Float64Array(rows);
const covariatesOf = (columns: Columns) =>
  Object.keys(columns)
    .filter((name) => /^x\d+$/.test(name))
    .map((name) => columns[name]!);

function covariates(rows: number, count: number): Record<string, Float64Array> {
  const columns: Record<string, Float64Array> = {};
  for (let j = 1; j <= count; j++) {
    const g = createGenerator(`x${j}`);
    // Every third is a dummy, the others are continuous.
    columns[`x${j}`] = zeros(rows).map(() => (j % 3 === 0 ? Number(g.uniform() < 0.3) : drawNormal(g)));
  }
  return columns;
}

/** Days until an account leaves, in whole days up to four years, a third of them seen to leave. */
function followUp(rows: number, late: boolean): Columns {
  const g = createGenerator("follow-up");
  const x = covariates(rows, 6);
  const [exit, event, entry] = [zeros(rows), zeros(rows), zeros(rows)];
  for (let i = 0; i < rows; i++) {
    const hazard = Math.exp(0.3 * x.x1![i]! - 0.2 * x.x2![i]! + 0.5 * x.x3![i]!) / 2500;
    const begins = late ? Math.floor(g.uniform() * 400) : 0;
    const leaves = begins + Math.ceil(-Math.log(g.uniform()) / hazard);
    const ends = begins + 1 + Math.floor(g.uniform() * 1460);
    entry[i] = begins;
    exit[i] = Math.min(leaves, ends);
    event[i] = Number(leaves <= ends);
  }
  return late ? { entry, exit, event } : { exit, event, ...x };
}

/** Accounts by months, about a tenth of the months absent, with an employee who changes now and then. */
function accountMonths(rows: number, count: number): Columns {
  const g = createGenerator("accounts");
  const months = 28;
  const employees = 2000;
  const x = covariates(rows, count);
  const [account, month, employee, y] = [zeros(rows), zeros(rows), zeros(rows), zeros(rows)];
  const employeeEffect = zeros(employees).map(() => drawNormal(g));
  let i = 0;
  for (let a = 0; i < rows; a++) {
    const level = 2 * drawNormal(g);
    let serving = g.int(employees);
    for (let m = 0; m < months && i < rows; m++) {
      if (g.uniform() < 0.05) serving = g.int(employees);
      if (g.uniform() < 0.1) continue;
      account[i] = a;
      month[i] = m;
      employee[i] = serving;
      x.x1![i]! += 0.3 * level;
      x.x2![i]! += 0.5 * employeeEffect[serving]!;
      y[i] = level + 0.1 * m + employeeEffect[serving]! + 0.5 * x.x1![i]! - 0.25 * x.x2![i]! + drawNormal(g);
      i++;
    }
  }
  return { account, month, employee, y, ...x };
}

function slopesAndErrors(columns: Columns, effects: readonly string[]): number[] | Refusal {
  const fit = fixedEffects({
    outcome: columns.y!,
    covariates: covariatesOf(columns),
    effects: effects.map((name) => columns[name]!),
  });
  if (isRefusal(fit)) return fit;
  const covariance = clusteredCovariance(fit, [columns.account!], { parametersCounted: "slopes" });
  if (isRefusal(covariance)) return covariance;
  const k = fit.coefficients.length;
  return [...fit.coefficients, ...fit.coefficients.keys()].map((value, at) =>
    at < k ? value : Math.sqrt(covariance.matrix.values[value * k + value]!),
  );
}

export const methods: Readonly<Record<string, BenchMethod>> = {
  cox: {
    title: "Cox, 6 covariates, Efron",
    r: "survival::coxph",
    targetSeconds: 2.5,
    generate: (rows) => followUp(rows, false),
    fit: (columns) => {
      const fit = coxRegression({
        exit: columns.exit!,
        event: columns.event!,
        covariates: covariatesOf(columns),
      });
      if (isRefusal(fit)) return fit;
      return [
        ...fit.coefficients.map((c) => c.estimate),
        ...fit.coefficients.map((c) => c.standardError),
        fit.logLikelihood,
      ];
    },
  },
  "kaplan-meier": {
    title: "Kaplan–Meier, start/stop",
    r: "survival::survfit",
    targetSeconds: 1,
    generate: (rows) => followUp(rows, true),
    fit: (columns) => {
      const curve = kaplanMeier(
        { entry: columns.entry!, exit: columns.exit!, event: columns.event! },
        { interval: "log-log" },
      );
      if (isRefusal(curve)) return curve;
      const at = [100, 500, 1000, 1400].map((day) => curve.times.indexOf(day));
      return [...at.map((k) => curve.survival[k]!), ...at.map((k) => curve.standardError[k]!)];
    },
  },
  "two-way": {
    title: "two-way effects, 8 covariates, CR1",
    r: "plm twoways, vcovHC",
    targetSeconds: 1,
    generate: (rows) => accountMonths(rows, 8),
    fit: (columns) => slopesAndErrors(columns, ["account", "month"]),
  },
  "three-way": {
    title: "three-way effects, 8 covariates, CR1",
    r: "Matrix, by hand",
    targetSeconds: 5,
    generate: (rows) => accountMonths(rows, 8),
    fit: (columns) => slopesAndErrors(columns, ["account", "month", "employee"]),
  },
  "random-intercept": {
    title: "random intercept, 4 covariates, REML",
    r: "lme4::lmer",
    targetSeconds: 5,
    generate: (rows) => accountMonths(rows, 4),
    fit: (columns) => {
      const fit = randomIntercept({
        outcome: columns.y!,
        covariates: covariatesOf(columns),
        group: columns.employee!,
      });
      if (isRefusal(fit)) return fit;
      return [
        ...fit.coefficients.map((c) => c.estimate),
        ...fit.coefficients.map((c) => c.standardError),
        fit.groupVariance,
        fit.residualVariance,
      ];
    },
  },
  "logit-hazard": {
    title: "logit hazard, 12 periods, 6 covariates",
    r: "glm, binomial",
    generate: (rows) => {
      const g = createGenerator("hazard");
      const x = covariates(rows, 6);
      const [period, event] = [zeros(rows), zeros(rows)];
      for (let i = 0; i < rows; i++) {
        period[i] = 1 + g.int(12);
        const eta = -3 - 0.05 * period[i]! + 0.3 * x.x1![i]! - 0.2 * x.x2![i]! + 0.5 * x.x3![i]!;
        event[i] = Number(g.uniform() < 1 / (1 + Math.exp(-eta)));
      }
      return { period, event, ...x };
    },
    fit: (columns) => {
      const fit = discreteTimeHazard(
        {
          entry: columns.period!.map((k) => k - 1),
          exit: columns.period!,
          event: columns.event!,
          covariates: covariatesOf(columns),
        },
        { link: "logit", width: 1, lastPeriod: 12 },
      );
      if (isRefusal(fit)) return fit;
      const slopes = fit.coefficients.slice(-6);
      return [...slopes.map((c) => c.estimate), ...slopes.map((c) => c.standardError)];
    },
  },
  "event-study": {
    title: "Callaway–Sant'Anna, 50,000 units × 20, 12 cohorts",
    r: "base R, by hand",
    generate: (rows) => {
      const g = createGenerator("event-study");
      const [unit, period, firstTreated, y] = [zeros(rows), zeros(rows), zeros(rows), zeros(rows)];
      let first = 0;
      let level = 0;
      for (let i = 0; i < rows; i++) {
        const t = i % 20;
        if (t === 0) {
          first = g.uniform() < 0.4 ? Number.POSITIVE_INFINITY : 6 + g.int(12);
          level = 2 * drawNormal(g);
        }
        unit[i] = Math.floor(i / 20);
        period[i] = t + 1;
        firstTreated[i] = first;
        y[i] = level + 0.1 * t + (t + 1 >= first ? 0.3 + 0.05 * (t + 1 - first) : 0) + drawNormal(g);
      }
      return { unit, period, firstTreated, y };
    },
    fit: (columns) => {
      const fit = groupTimeEffects({
        unit: columns.unit!,
        period: columns.period!,
        outcome: columns.y!,
        firstTreated: columns.firstTreated!,
        basePeriod: "universal",
      });
      if (isRefusal(fit)) return fit;
      const dynamic = aggregateEffects(fit, { by: "dynamic" });
      return isRefusal(dynamic) ? dynamic : [dynamic.overall.estimate, dynamic.overall.standardError];
    },
  },
};
