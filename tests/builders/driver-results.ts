/** Results as the worker stores them, made by hand: give what matters, the rest is filled with plausible values. */
import { type ExposureName, exposures } from "../../app/modules/linkage/drivers/exposures";
import type {
  Check,
  DriverEffect,
  EventStudy,
  Outcome,
  RefusalCode,
  RefusedEffect,
  Scale,
  SpecResult,
} from "../../app/modules/linkage/drivers/result";

const scaleOf: Readonly<Record<Outcome, Scale>> = {
  satisfaction: "points",
  revenue: "percent",
  churn: "per_hundred_a_year",
  leaving: "per_hundred_a_year",
};
const spread: Readonly<Record<Outcome, number>> = {
  satisfaction: 0.02,
  revenue: 1.2,
  churn: 0.8,
  leaving: 0.9,
};

export function buildEffect(parts: Partial<DriverEffect> & { exposure: string }): DriverEffect {
  const outcome = parts.outcome ?? "satisfaction";
  const spec = parts.spec ?? outcome;
  const declared = exposures[parts.exposure as ExposureName] ?? { per: 1, unit: "share", lagMonths: [0, 0] };
  const estimate = parts.estimate ?? 0.04;
  const standardError = parts.standardError ?? spread[outcome];
  const half = 1.96 * standardError;
  const effect: DriverEffect = {
    key: `${spec}.${parts.exposure}`,
    spec,
    outcome,
    per: declared.per,
    unit: declared.unit,
    scale: scaleOf[outcome],
    estimate,
    standardError,
    lower: estimate - half,
    upper: estimate + half,
    level: 0.95,
    model: {
      estimate: estimate / declared.per,
      lower: (estimate - half) / declared.per,
      upper: (estimate + half) / declared.per,
      standardError: standardError / declared.per,
      scale: outcome === "satisfaction" ? "identity" : outcome === "revenue" ? "log" : "log_hazard",
    },
    degreesOfFreedom: 116,
    p: 0.012,
    q: 0.031,
    n: 31_204,
    accounts: 1_486,
    employees: 117,
    months: 36,
    clusters: 117,
    lagMonths: declared.lagMonths,
    grade: "B",
    verdict: "differs",
    minimumDetectable: 2.8 * standardError,
    eValue: { estimate: 1.6, limit: 1.2 },
    checks: [],
    weakened: [],
    exposureRange: { p5: 4, median: 22, p95: 61 },
    ...parts,
  };
  return effect;
}

function buildCheck(name: Check["name"], parts: Partial<Check> = {}): Check {
  return { name, estimate: null, lower: null, upper: null, p: null, passed: null, ...parts };
}

export function buildRefusedEffect({
  exposure,
  code,
  outcome = "satisfaction",
  spec = outcome,
}: {
  exposure: string;
  code: RefusalCode;
  outcome?: Outcome;
  spec?: string;
}): RefusedEffect {
  return { key: `${spec}.${exposure}`, spec, outcome, exposure, refused: { code, detail: {} } };
}

function buildEventStudy(parts: Partial<EventStudy> = {}): EventStudy {
  const shape = [
    0.01, -0.005, 0.015, 0, 0, -0.19, -0.27, -0.26, -0.19, -0.17, -0.15, -0.12, -0.1, -0.09, -0.1, -0.07,
    -0.05, -0.03,
  ];
  return {
    outcome: "satisfaction",
    cause: "departure",
    scale: "points",
    treatedAccounts: 412,
    comparisonAccounts: 1_074,
    points: shape.map((estimate, index) => {
      const month = index - 6;
      const isReference = month === -2;
      const half = isReference ? 0 : 0.05 + Math.max(0, month) * 0.004;
      return {
        from: month,
        to: month,
        estimate: isReference ? 0 : estimate,
        lower: estimate - half,
        upper: estimate + half,
        bandLower: isReference ? null : estimate - 1.5 * half,
        bandUpper: isReference ? null : estimate + 1.5 * half,
        treated: 400 - 8 * index,
        isReference,
      };
    }),
    preTrend: { p: 0.61, statistic: 2.7, degreesOfFreedom: 4, detectableDrift: 0.07 },
    ...parts,
  };
}

export function buildSpecResult(parts: Partial<SpecResult> & Pick<SpecResult, "spec">): SpecResult {
  return {
    kind: "panel_effects",
    outcome: "satisfaction",
    specification: {
      outcome: "satisfaction",
      exposures: ["training", "workload"],
      estimator: "fixed_effects",
      effects: ["account", "month", "employee"],
      clustering: ["account", "employee"],
      family: "drivers",
    },
    asOf: "2026-10-31",
    dataStamp: "stamp-1",
    codeVersion: "0.1.0+test",
    computedAt: "2026-11-01T01:14:00.000Z",
    seconds: 2.4,
    sample: {
      rows: 31_204,
      accounts: 1_486,
      employees: 117,
      from: "2023-11-01",
      to: "2026-10-01",
      excluded: { no_answer: 22_296, no_owner: 412 },
    },
    refused: null,
    effects: [],
    covariance: null,
    eventStudies: [],
    handoverContrasts: [],
    retention: [],
    importance: null,
    teams: [],
    leaving: null,
    warnings: [],
    ...parts,
  };
}

/** A whole run: three outcomes with every verdict, a refusal, a weak row and an event study. */
export function buildRunResults(): SpecResult[] {
  const none = { verdict: "none", q: 0.44, p: 0.31 } as const;
  const naive = (pooled: number, accountAndMonth: number) => [
    buildCheck("lead", { estimate: 0.003, lower: -0.02, upper: 0.03, p: 0.8, passed: true }),
    buildCheck("account_and_month", {
      estimate: accountAndMonth,
      lower: accountAndMonth - 0.01,
      upper: accountAndMonth + 0.01,
    }),
    buildCheck("pooled", { estimate: pooled, lower: pooled - 0.008, upper: pooled + 0.008 }),
  ];
  const studied = {
    spec: "handovers",
    grade: "A",
    verdict: "moves",
    q: 0.0004,
    p: 0.00003,
    accounts: 412,
    clusters: 1_486,
    checks: [
      buildCheck("pre_trend", { p: 0.61, passed: true }),
      buildCheck("placebo_date", { estimate: -0.01, lower: -0.06, upper: 0.04, p: 0.7, passed: true }),
      buildCheck("sun_abraham", { estimate: -0.23, lower: -0.3, upper: -0.16, passed: true }),
      buildCheck("answer_rate", { estimate: 0.28, lower: 0.26, upper: 0.3, p: 0.01, passed: false }),
    ],
  } as const;
  return [
    buildSpecResult({
      spec: "satisfaction",
      effects: [
        buildEffect({
          exposure: "training",
          estimate: 0.038,
          standardError: 0.012,
          checks: naive(0.02, 0.031),
        }),
        buildEffect({ exposure: "tenure", estimate: 0.042, standardError: 0.013 }),
        buildEffect({ exposure: "workload", estimate: -0.05, standardError: 0.015 }),
        buildEffect({
          exposure: "engagement",
          estimate: 0.05,
          grade: "C",
          verdict: "goes_with",
          weakened: ["lead_not_flat"],
        }),
      ],
    }),
    buildSpecResult({
      spec: "satisfaction_between_people",
      effects: [
        buildEffect({
          spec: "satisfaction_between_people",
          exposure: "values_alignment",
          estimate: 0.02,
          standardError: 0.025,
          grade: "C",
          ...none,
        }),
        buildRefusedEffect({
          spec: "satisfaction_between_people",
          exposure: "service_orientation",
          code: "no_scores",
        }),
        buildEffect({
          spec: "satisfaction_between_people",
          exposure: "pay_position",
          estimate: 0.03,
          verdict: "side_by_side",
          grade: "C",
          weakened: ["too_few_units"],
          employees: 8,
          clusters: 8,
        }),
      ],
    }),
    buildSpecResult({
      spec: "handovers",
      kind: "event_study",
      outcome: null,
      specification: { estimator: "callaway_santanna", clustering: ["account"], family: "drivers" },
      eventStudies: [buildEventStudy()],
      effects: [
        buildEffect({
          ...studied,
          exposure: "departure_handover_0_2",
          estimate: -0.24,
          standardError: 0.035,
          weakened: ["answer_rate_changed"],
        }),
        buildEffect({
          ...studied,
          exposure: "departure_handover_3_5",
          estimate: -0.17,
          standardError: 0.036,
        }),
      ],
    }),
    buildSpecResult({
      spec: "revenue",
      outcome: "revenue",
      effects: [
        buildEffect({
          spec: "revenue",
          outcome: "revenue",
          exposure: "departure_handover_3_11",
          estimate: -14.2,
          standardError: 2.8,
        }),
        buildEffect({
          spec: "revenue",
          outcome: "revenue",
          exposure: "workload",
          estimate: -1.4,
          standardError: 0.6,
        }),
        buildEffect({
          spec: "revenue",
          outcome: "revenue",
          exposure: "training",
          estimate: 0.6,
          standardError: 0.86,
          ...none,
        }),
      ],
    }),
    buildSpecResult({
      spec: "churn",
      kind: "hazard",
      outcome: "churn",
      specification: {
        estimator: "cox",
        clustering: ["account"],
        family: "drivers",
        adjustedFor: ["account_size"],
      },
      effects: [
        buildEffect({
          spec: "churn",
          outcome: "churn",
          exposure: "handover_0_5",
          estimate: 3.4,
          standardError: 1.3,
        }),
        buildEffect({
          spec: "churn",
          outcome: "churn",
          exposure: "training",
          estimate: -0.3,
          standardError: 0.54,
          ...none,
        }),
        buildEffect({
          spec: "churn",
          outcome: "churn",
          exposure: "vacancy",
          estimate: 2.1,
          standardError: 1,
          weakened: ["few_units"],
          accounts: 22,
        }),
      ],
    }),
    buildSpecResult({
      spec: "churn_given_satisfaction",
      kind: "hazard",
      outcome: "churn",
      effects: [
        buildEffect({
          spec: "churn_given_satisfaction",
          outcome: "churn",
          exposure: "satisfaction",
          estimate: -4.1,
          standardError: 0.9,
          grade: "C",
          verdict: "goes_with",
        }),
      ],
    }),
  ];
}
