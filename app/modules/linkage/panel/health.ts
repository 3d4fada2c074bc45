/** Why an account is at risk, in order of weight. Each code is worded in `linkage.reason.*`. */
export const riskReasons = [
  "satisfaction_falling",
  "satisfaction_low",
  "no_owner",
  "repeated_handovers",
  "recent_handover",
  "new_owner",
  "owner_overloaded",
  "cases_overdue",
  "no_contact",
  "few_answers",
] as const;
export type RiskReason = (typeof riskReasons)[number];

/** falling: satisfaction fell or is low; watch: another reason to look; unknown: too few answers to say "good". */
export const healthStates = ["good", "watch", "falling", "unknown"] as const;
export type Health = (typeof healthStates)[number];

/** The thresholds behind the reasons; pages that explain a reason read them from here. */
export const healthRules = {
  /** The last three months' mean lies this far below that of the nine months before … */
  fallPoints: 0.5,
  /** … and this many standard errors, taking single answers to vary by `answerDeviation` points. */
  fallStandardErrors: 1.28,
  answerDeviation: 0.8,
  fallMinimumRecentAnswers: 2,
  fallMinimumPriorAnswers: 3,
  lowMean: 3,
  lowMinimumAnswers: 4,
  recentHandoverMonths: 6,
  repeatedHandovers12m: 2,
  newOwnerMonths: 6,
  overloadedZ: 1.5,
  noContactDays: 60,
  fewAnswers12m: 3,
  /** An open case is overdue after so many days. */
  overdueDays: { urgent: 1, high: 3, normal: 7, low: 14 },
} as const;

/** What the rule looks at; months and days are counted back from the as-of date. */
export interface HealthFacts {
  readonly isCustomer: boolean;
  readonly csatN3m: number;
  readonly csatMean3m: number | null;
  readonly csatNPrior9m: number;
  readonly csatMeanPrior9m: number | null;
  readonly csatN12m: number;
  readonly csatMean12m: number | null;
  readonly hasOwner: boolean;
  readonly handovers12m: number;
  readonly isHandedOverRecently: boolean;
  readonly isOwnerNew: boolean;
  readonly ownerWorkloadZ: number | null;
  readonly overdueCases: number;
  /** Since the last interaction, or since acquisition where there was none. */
  readonly daysWithoutContact: number;
}

/** The same rule as `healthSql`, for explanation and test. A lost account has no reasons. */
export function assessHealth(facts: HealthFacts): { health: Health; reasons: RiskReason[] } {
  if (!facts.isCustomer) return { health: "unknown", reasons: [] };
  const holds: Record<RiskReason, boolean> = {
    satisfaction_falling: isFalling(facts),
    satisfaction_low:
      facts.csatN12m >= healthRules.lowMinimumAnswers && (facts.csatMean12m ?? 5) <= healthRules.lowMean,
    no_owner: !facts.hasOwner,
    repeated_handovers: facts.handovers12m >= healthRules.repeatedHandovers12m,
    recent_handover: facts.isHandedOverRecently,
    new_owner: facts.isOwnerNew,
    owner_overloaded: (facts.ownerWorkloadZ ?? 0) > healthRules.overloadedZ,
    cases_overdue: facts.overdueCases > 0,
    no_contact: facts.daysWithoutContact >= healthRules.noContactDays,
    few_answers: facts.csatN12m < healthRules.fewAnswers12m,
  };
  const reasons = riskReasons.filter((reason) => holds[reason]);
  return { health: healthOf(reasons), reasons };
}

function isFalling(facts: HealthFacts): boolean {
  const { csatN3m, csatMean3m, csatNPrior9m, csatMeanPrior9m } = facts;
  if (csatMean3m === null || csatMeanPrior9m === null) return false;
  if (csatN3m < healthRules.fallMinimumRecentAnswers || csatNPrior9m < healthRules.fallMinimumPriorAnswers) {
    return false;
  }
  const standardError = healthRules.answerDeviation * Math.sqrt(1 / csatN3m + 1 / csatNPrior9m);
  const fall = csatMeanPrior9m - csatMean3m;
  return fall >= healthRules.fallPoints && fall >= healthRules.fallStandardErrors * standardError;
}

function healthOf(reasons: readonly RiskReason[]): Health {
  if (reasons.includes("satisfaction_falling") || reasons.includes("satisfaction_low")) return "falling";
  if (reasons.some((reason) => reason !== "few_answers")) return "watch";
  return reasons.length > 0 ? "unknown" : "good";
}

/** Expressions over a row `f` with the facts in snake case; the reasons first, then the state from `reasons`. */
export const healthSql = {
  reasons: `array_remove(array[
    case when f.csat_n_3m >= ${healthRules.fallMinimumRecentAnswers} and f.csat_n_prior_9m >= ${healthRules.fallMinimumPriorAnswers}
      and f.csat_mean_prior_9m - f.csat_mean_3m >= greatest(${healthRules.fallPoints},
        ${healthRules.fallStandardErrors * healthRules.answerDeviation} * sqrt(1.0 / nullif(f.csat_n_3m, 0) + 1.0 / nullif(f.csat_n_prior_9m, 0)))
      then 'satisfaction_falling' end,
    case when f.csat_n_12m >= ${healthRules.lowMinimumAnswers} and f.csat_mean_12m <= ${healthRules.lowMean} then 'satisfaction_low' end,
    case when f.owner_id is null then 'no_owner' end,
    case when f.handovers_12m >= ${healthRules.repeatedHandovers12m} then 'repeated_handovers' end,
    case when f.last_handover_on > f.as_of - interval '${healthRules.recentHandoverMonths} months' then 'recent_handover' end,
    case when f.owner_hired_on > f.as_of - interval '${healthRules.newOwnerMonths} months' then 'new_owner' end,
    case when f.owner_workload_z > ${healthRules.overloadedZ} then 'owner_overloaded' end,
    case when f.overdue_cases > 0 then 'cases_overdue' end,
    case when f.as_of - f.last_contact_on >= ${healthRules.noContactDays} then 'no_contact' end,
    case when f.csat_n_12m < ${healthRules.fewAnswers12m} then 'few_answers' end], null)`,
  health: `case when status <> 'customer' then 'unknown'
    when reasons && array['satisfaction_falling', 'satisfaction_low'] then 'falling'
    when reasons = array['few_answers'] then 'unknown'
    when cardinality(reasons) > 0 then 'watch'
    else 'good' end`,
  /** Over a case `c` and the instant `now`: is it open beyond its time? */
  isOverdue: `case c.priority ${Object.entries(healthRules.overdueDays)
    .map(
      ([priority, days]) => `when '${priority}' then c.opened_at < company.until - interval '${days} days'`,
    )
    .join(" ")} end`,
};
