/** What an analysis says: the one shape that the worker stores, pages draw, `npm run drivers -- --json` prints and ROI draws from. */

export const outcomes = ["satisfaction", "revenue", "churn", "leaving"] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * How much an answer may be trusted with cause. A: an event study with a clean pre-trend. B: differences within account,
 * month and employee. C: association. D: assumed. Only A and B feed a headline.
 */
export const grades = ["A", "B", "C", "D"] as const;
export type Grade = (typeof grades)[number];

/** Chosen by grade, interval and adjusted p alone; the page's sentence takes its verb from it. */
export const verdicts = ["moves", "differs", "goes_with", "none", "side_by_side", "refused"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What an effect is counted in. points: of the 1–5 satisfaction scale. percent: of the account's monthly revenue.
 * per_hundred_a_year: accounts (or people) lost per 100 and year, beyond the present rate.
 */
export type Scale = "points" | "percent" | "per_hundred_a_year";

export interface IntervalEstimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** One look at the same question from another side. */
export interface Check {
  readonly name: CheckName;
  /** In the effect's own scale and unit; null where the check gives none. */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  /** null: for information only. */
  readonly passed: boolean | null;
}
export const checkNames = [
  /** The exposure a year later beside the present one: what comes later cannot have moved what came before. */
  "lead",
  /** The handover moved a year ahead of its date. */
  "placebo_date",
  /** Months before the handover, jointly. */
  "pre_trend",
  "sun_abraham",
  /** Complementary log-log on account-months beside Cox. */
  "complementary_log_log",
  /** Without employee effects: accounts and months only. */
  "account_and_month",
  /** Ordinary regression of all rows: what a naive report would say. */
  "pooled",
  /** Raw answers as they are, without correction for their noise. */
  "uncorrected",
  /** Wild cluster bootstrap, where there are fewer than 40 clusters. */
  "few_clusters",
  /** Share of customers who answer, after against before. */
  "answer_rate",
  /** The exposure of people of the same region and month exchanged among them, many times over. */
  "permutation",
] as const;
export type CheckName = (typeof checkNames)[number];

/** Why a result carries less than its method could: shown in words beside the grade. */
export const weakenings = [
  /** 10–29 units: marked weak. */
  "few_units",
  /** Under 10 units: shown side by side only. */
  "too_few_units",
  "few_clusters",
  "lead_not_flat",
  "pre_trend_not_flat",
  "pre_trend_could_not_be_seen",
  "placebo_not_flat",
  "checks_disagree",
  "noisy_predictor",
  "answer_rate_changed",
  "wide_interval",
] as const;
export type Weakening = (typeof weakenings)[number];

export const refusals = [
  "no_answers",
  "no_revenue",
  "no_accounts",
  "no_assignments",
  "no_training",
  "no_survey",
  "too_few_answers",
  "no_pay",
  "no_scores",
  "no_handover",
  "no_departures",
  "one_month",
  "one_employee",
  "same_owner",
  "outcome_never_varies",
  "exposure_never_varies",
  "no_losses",
  "too_few_units",
  "not_identified",
  "failed",
] as const;
export type RefusalCode = (typeof refusals)[number];

export interface Refused {
  readonly code: RefusalCode;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** One exposure's link with one outcome: a row of the forest plot. */
export interface DriverEffect {
  /** `spec.exposure`, stable across runs; in URLs. */
  readonly key: string;
  readonly spec: string;
  readonly outcome: Outcome;
  readonly exposure: string;
  /** The estimate is for a change of the exposure by `per` of its `unit`: 10 hours, 1 standard deviation, 1 handover. */
  readonly per: number;
  readonly unit:
    | "hours"
    | "points"
    | "standard_deviations"
    | "doublings"
    | "handover"
    | "vacancy"
    | "share"
    | "log_points";
  readonly scale: Scale;
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** As the model has it, per 1 of the exposure's unit: coefficient on the outcome's own, log or log-hazard scale. */
  readonly model: IntervalEstimate & {
    readonly standardError: number;
    readonly scale: "identity" | "log" | "log_hazard";
  };
  readonly degreesOfFreedom: number | null;
  readonly p: number;
  /** Benjamini–Hochberg within the declared family; null outside of any. */
  readonly q: number | null;
  /** Account-months (person-months for leaving) that the fit used. */
  readonly n: number;
  readonly accounts: number;
  readonly employees: number;
  readonly months: number;
  readonly clusters: number;
  /** Months from exposure to outcome. */
  readonly lagMonths: readonly [number, number];
  readonly grade: Grade;
  readonly verdict: Verdict;
  /** With 80 % power at this level, in the effect's scale: what could have been found. */
  readonly minimumDetectable: number | null;
  readonly eValue: { readonly estimate: number; readonly limit: number } | null;
  readonly checks: readonly Check[];
  readonly weakened: readonly Weakening[];
  /** 5th and 95th percentile of the exposure in its unit, over the rows used; scenarios go no further. */
  readonly exposureRange: { readonly p5: number; readonly median: number; readonly p95: number } | null;
}

/** An exposure that was declared and could not be looked at. Keeps its place in the forest. */
export interface RefusedEffect {
  readonly key: string;
  readonly spec: string;
  readonly outcome: Outcome;
  readonly exposure: string;
  readonly refused: Refused;
}

export interface EventStudyPoint extends IntervalEstimate {
  /** Months from the handover, first and last of the window: 0–2, 3–5; before it negative. */
  readonly from: number;
  readonly to: number;
  readonly bandLower: number | null;
  readonly bandUpper: number | null;
  readonly treated: number;
  readonly isReference: boolean;
}

export interface EventStudy {
  readonly outcome: Exclude<Outcome, "leaving">;
  readonly cause: "departure" | "planned" | "account_request";
  readonly scale: Scale;
  readonly treatedAccounts: number;
  readonly comparisonAccounts: number;
  readonly points: readonly EventStudyPoint[];
  readonly preTrend: {
    readonly p: number;
    readonly statistic: number;
    readonly degreesOfFreedom: number;
    readonly detectableDrift: number | null;
  } | null;
}

/** What sets handovers after which satisfaction fell most apart from those after which it fell least. */
export interface HandoverContrast {
  readonly factor: string;
  readonly unit: string;
  readonly worst: number;
  readonly best: number;
  readonly difference: IntervalEstimate;
  readonly nWorst: number;
  readonly nBest: number;
}

export interface RetentionGroup {
  /** Key of the group within its grouping, in order: "0-6", "6-24", "24-60", "60+"; "low", "middle", "high"; "0", "1", "2+". */
  readonly key: string;
  readonly accounts: number;
  readonly lost: number;
  readonly medianMonths: number | null;
  readonly curve: ReadonlyArray<IntervalEstimate & { readonly month: number; readonly atRisk: number }>;
}

export interface RetentionCurves {
  readonly grouping: "tenure_band" | "training_band" | "handovers";
  /** The values that part the groups, in the exposure's unit. */
  readonly cuts: readonly number[];
  readonly groups: readonly RetentionGroup[];
  readonly logRank: {
    readonly statistic: number;
    readonly degreesOfFreedom: number;
    readonly p: number;
    readonly q: number | null;
  } | null;
}

export interface Importance {
  readonly outcome: Outcome;
  readonly rSquared: number;
  readonly method: "shapley" | "relative_weights";
  readonly shares: ReadonlyArray<IntervalEstimate & { readonly exposure: string }>;
}

export interface TeamRank {
  readonly unitId: string;
  readonly unitName: string;
  /** Distinct owners whose accounts make the figure. */
  readonly people: number;
  readonly accounts: number;
  readonly n: number;
  readonly outcome: "satisfaction" | "revenue" | "churn";
  /** Difference from the company after shrinking, in the outcome's scale. */
  readonly effect: IntervalEstimate;
  readonly rank: IntervalEstimate;
  readonly raw: number;
}

export interface LeavingCurves {
  /** Cumulative incidence by months since hiring and reason. */
  readonly byReason: ReadonlyArray<{
    readonly reason: string;
    readonly left: number;
    readonly curve: ReadonlyArray<IntervalEstimate & { readonly month: number; readonly atRisk: number }>;
  }>;
}

export interface Sample {
  readonly rows: number;
  readonly accounts: number;
  readonly employees: number;
  /** First and last month, first days. */
  readonly from: string | null;
  readonly to: string | null;
  /** Rows left out, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
}

export interface SpecResult {
  readonly spec: string;
  readonly kind:
    | "panel_effects"
    | "hazard"
    | "event_study"
    | "retention"
    | "importance"
    | "leaving"
    | "teams";
  readonly outcome: Outcome | null;
  /** As declared: exposures, lag, estimator, effects, clustering, family. */
  readonly specification: Readonly<Record<string, unknown>>;
  readonly asOf: string;
  readonly dataStamp: string;
  readonly codeVersion: string;
  readonly computedAt: string;
  readonly seconds: number;
  readonly sample: Sample;
  /** Set where the whole analysis has no answer; `effects` then holds refused rows only. */
  readonly refused: Refused | null;
  readonly effects: ReadonlyArray<DriverEffect | RefusedEffect>;
  /** Of `model.estimate`s, in the order of the estimated effects: what scenarios draw from. Row-major. */
  readonly covariance: { readonly keys: readonly string[]; readonly values: readonly number[] } | null;
  readonly eventStudies: readonly EventStudy[];
  readonly handoverContrasts: readonly HandoverContrast[];
  readonly retention: readonly RetentionCurves[];
  readonly importance: Importance | null;
  readonly teams: readonly TeamRank[];
  readonly leaving: LeavingCurves | null;
  readonly warnings: readonly string[];
}

export function isRefusedEffect(effect: DriverEffect | RefusedEffect): effect is RefusedEffect {
  return "refused" in effect;
}
