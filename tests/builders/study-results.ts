/** Results of the studies as the worker stores them, made by hand with plausible shapes. */
import type {
  EventStudy,
  HandoverContrast,
  LeavingCurves,
  RetentionCurves,
  RetentionGroup,
  SpecResult,
  TeamRank,
} from "../../app/modules/linkage/drivers/result";
import { buildEffect, buildSpecResult } from "./driver-results";

const windows = [-11, -8, -5, 0, 3, 6, 9, 12, 15];

/** Windows of three months before and after, as the engine gives them; churn has none before. */
export function buildWindowedStudy(
  outcome: EventStudy["outcome"],
  after: readonly number[],
  parts: Partial<EventStudy> = {},
): EventStudy {
  const half = Math.max(...after.map(Math.abs)) * 0.3;
  const starts = outcome === "churn" ? windows.filter((from) => from >= 0) : windows;
  const points = starts.map((from) => {
    const estimate = from < 0 ? half * 0.1 * (from % 2) : (after[from / 3] ?? 0);
    return {
      from,
      to: from + 2,
      estimate,
      lower: estimate - half,
      upper: estimate + half,
      bandLower: estimate - 1.4 * half,
      bandUpper: estimate + 1.4 * half,
      treated: 412,
      isReference: false,
    };
  });
  const reference = { from: -2, to: -2, estimate: 0, lower: 0, upper: 0, bandLower: 0, bandUpper: 0 };
  return {
    outcome,
    cause: "departure",
    scale: outcome === "satisfaction" ? "points" : outcome === "revenue" ? "percent" : "per_hundred_a_year",
    treatedAccounts: 412,
    comparisonAccounts: 1_074,
    points:
      outcome === "churn"
        ? points
        : [...points, { ...reference, treated: 412, isReference: true }].sort((a, b) => a.from - b.from),
    preTrend:
      outcome === "churn"
        ? null
        : { p: 0.61, statistic: 1.8, degreesOfFreedom: 3, detectableDrift: half / 2 },
    ...parts,
  };
}

export function buildContrast(parts: Partial<HandoverContrast> & { factor: string }): HandoverContrast {
  return {
    unit: "months",
    worst: 2.4,
    best: 0.6,
    difference: { estimate: 1.8, lower: 1.1, upper: 2.5 },
    nWorst: 96,
    nBest: 96,
    ...parts,
  };
}

/** A curve that falls (or rises) by a constant hazard a month while people are lost from the risk set. */
export function buildCurve(hazard: number, atRisk: number, months = 36, rises = false) {
  return Array.from({ length: months + 1 }, (_, month) => {
    const stay = Math.exp(-hazard * month);
    const left = Math.round(atRisk * Math.exp(-(hazard + 0.02) * month));
    const half = month === 0 ? 0 : 1.96 * Math.sqrt((stay * (1 - stay)) / Math.max(1, atRisk)) + 0.004;
    const estimate = rises ? 1 - stay : stay;
    return {
      month,
      estimate,
      lower: Math.max(0, estimate - half),
      upper: Math.min(1, estimate + half),
      atRisk: left,
    };
  });
}

export function buildRetentionGroup(
  key: string,
  hazard: number,
  accounts: number,
  parts: Partial<RetentionGroup> = {},
): RetentionGroup {
  const lost = Math.round(accounts * (1 - Math.exp(-hazard * 20)));
  return { key, accounts, lost, medianMonths: null, curve: buildCurve(hazard, accounts), ...parts };
}

export function buildRetention(parts: Partial<RetentionCurves> = {}): RetentionCurves {
  return {
    grouping: "tenure_band",
    cuts: [6, 24, 60],
    groups: [
      buildRetentionGroup("0-6", 0.013, 310),
      buildRetentionGroup("6-24", 0.0105, 620),
      buildRetentionGroup("24-60", 0.0085, 540),
      buildRetentionGroup("60+", 0.0078, 205),
    ],
    logRank: { statistic: 12.4, degreesOfFreedom: 3, p: 0.006, q: 0.018 },
    ...parts,
  };
}

export function buildTeam(parts: Partial<TeamRank> & { unitId: string }): TeamRank {
  const estimate = parts.effect?.estimate ?? 0.02;
  return {
    unitName: `Team ${parts.unitId}`,
    people: 10,
    accounts: 150,
    n: 3_100,
    outcome: "satisfaction",
    effect: { estimate, lower: estimate - 0.09, upper: estimate + 0.09 },
    rank: { estimate: 5, lower: 2, upper: 9 },
    raw: estimate * 1.4,
    ...parts,
  };
}

export function buildLeaving(counts: Readonly<Record<string, number>>): LeavingCurves {
  return {
    byReason: Object.entries(counts).map(([reason, left]) => ({
      reason,
      left,
      curve: buildCurve(left / 9_000, 210, 48, true),
    })),
  };
}

/** All five studies of one run; teams are given by the units there are. */
export function buildStudyResults(units: readonly { id: string; name: string }[] = []): SpecResult[] {
  return [
    buildSpecResult({
      spec: "handovers",
      kind: "event_study",
      outcome: null,
      eventStudies: [
        buildWindowedStudy("satisfaction", [-0.24, -0.17, -0.11, -0.09, -0.05, -0.03]),
        buildWindowedStudy("revenue", [-7.6, -15.1, -14.8, -13.9, -7.2, -5.1]),
        buildWindowedStudy("churn", [4.1, 3.2, 0.9, 0.4, -0.3, 0.2]),
        buildWindowedStudy("satisfaction", [-0.05, -0.02, 0, 0.01, 0, 0.02], {
          cause: "planned",
          treatedAccounts: 21,
        }),
        buildWindowedStudy("satisfaction", [-0.1, 0, 0.04, 0.02, 0, 0.02], {
          cause: "account_request",
          treatedAccounts: 64,
          preTrend: { p: 0.0004, statistic: 18, degreesOfFreedom: 3, detectableDrift: 0.06 },
        }),
      ],
      handoverContrasts: [
        buildContrast({ factor: "vacancy_months" }),
        buildContrast({
          factor: "new_hire",
          unit: "share",
          worst: 0.41,
          best: 0.22,
          difference: { estimate: 0.19, lower: 0.06, upper: 0.32 },
        }),
        buildContrast({
          factor: "successor_tenure",
          worst: 20.4,
          best: 24.9,
          difference: { estimate: -4.5, lower: -10.2, upper: 1.2 },
        }),
      ],
      effects: [
        buildEffect({
          spec: "handovers",
          key: "handovers.satisfaction.departure_handover_0_2",
          exposure: "departure_handover_0_2",
          estimate: -0.24,
          grade: "A",
          verdict: "moves",
        }),
      ],
    }),
    buildSpecResult({
      spec: "retention",
      kind: "retention",
      outcome: "churn",
      retention: [
        buildRetention(),
        buildRetention({
          grouping: "training_band",
          cuts: [18, 36],
          groups: [
            buildRetentionGroup("low", 0.0104, 480),
            buildRetentionGroup("middle", 0.0098, 510),
            buildRetentionGroup("high", 0.0092, 495),
          ],
          logRank: { statistic: 2.1, degreesOfFreedom: 2, p: 0.35, q: 0.35 },
        }),
        buildRetention({
          grouping: "handovers",
          cuts: [1, 2],
          groups: [
            buildRetentionGroup("0", 0.0083, 1_310),
            buildRetentionGroup("1", 0.0121, 720),
            buildRetentionGroup("2+", 0.0162, 140, { medianMonths: 35 }),
          ],
          logRank: { statistic: 31, degreesOfFreedom: 2, p: 0.0000002, q: 0.0000006 },
        }),
      ],
    }),
    buildSpecResult({
      spec: "importance",
      kind: "importance",
      importance: {
        outcome: "satisfaction",
        rSquared: 0.071,
        method: "shapley",
        shares: [
          { exposure: "tenure", estimate: 0.21, lower: 0.14, upper: 0.29 },
          { exposure: "handover_0_5", estimate: 0.33, lower: 0.24, upper: 0.42 },
          { exposure: "workload", estimate: 0.17, lower: 0.1, upper: 0.25 },
          { exposure: "training", estimate: 0.12, lower: 0.06, upper: 0.2 },
          { exposure: "engagement", estimate: 0.09, lower: 0.03, upper: 0.17 },
          { exposure: "values_alignment", estimate: 0.05, lower: 0.01, upper: 0.11 },
          { exposure: "service_orientation", estimate: 0.03, lower: 0, upper: 0.09 },
        ],
      },
    }),
    buildSpecResult({
      spec: "teams",
      kind: "teams",
      outcome: null,
      teams: (["satisfaction", "revenue", "churn"] as const).flatMap((outcome) =>
        units.map(({ id, name }, index) => {
          const size = { satisfaction: 0.2, revenue: 9, churn: 3 }[outcome];
          const estimate = (0.5 - index / Math.max(1, units.length - 1)) * size;
          return buildTeam({
            unitId: id,
            unitName: name,
            outcome,
            people: 9 + (index % 4),
            effect: { estimate, lower: estimate - 0.4 * size, upper: estimate + 0.4 * size },
            rank: {
              estimate: index + 1,
              lower: Math.max(1, index - 2),
              upper: Math.min(units.length, index + 4),
            },
          });
        }),
      ),
    }),
    buildSpecResult({
      spec: "leaving",
      kind: "leaving",
      outcome: "leaving",
      leaving: buildLeaving({ voluntary: 74, involuntary: 31, retirement: 6, end_of_contract: 3, other: 2 }),
      effects: [
        buildEffect({
          spec: "leaving",
          outcome: "leaving",
          exposure: "workload",
          estimate: 1.6,
          grade: "C",
          verdict: "goes_with",
        }),
        buildEffect({
          spec: "leaving",
          outcome: "leaving",
          exposure: "engagement",
          estimate: -4.2,
          grade: "C",
          verdict: "goes_with",
        }),
        buildEffect({
          spec: "leaving",
          outcome: "leaving",
          exposure: "training",
          estimate: -0.4,
          grade: "C",
          verdict: "none",
          q: 0.6,
          p: 0.5,
        }),
      ],
    }),
  ];
}
