/** What one survey wave said of the company and of each unit, as far as anybody may know it. */
import { minimumGroupSize, type Suppression, suppressGroups } from "~/modules/access/suppression";

export interface EngagementSums {
  readonly n: number;
  /** Of answers on the 1–5 scale. */
  readonly sum: number;
  readonly squares: number;
}

export interface EnpsSums {
  readonly n: number;
  readonly promoters: number;
  readonly detractors: number;
}

export type HiddenReason = Exclude<Suppression, "shown"> | "no_data";

/** Sums leave with a reason of null only: what is hidden is not there, its number of answers included. */
export type Result<Sums> =
  | { readonly reason: null; readonly sums: Sums }
  | { readonly reason: HiddenReason; readonly sums: null };

export interface GroupResult {
  readonly engagement: Result<EngagementSums>;
  readonly enps: Result<EnpsSums>;
}

export interface UnitResult extends GroupResult {
  readonly unitId: string;
  readonly unitName: string;
}

export interface SurveyWave {
  readonly survey: string | null;
  readonly company: GroupResult;
  readonly units: readonly UnitResult[];
}

/** One row a unit, everybody's answers in it; never leaves the reading of the wave. */
export interface UnitAnswers {
  readonly survey: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly engagement: EngagementSums;
  readonly enps: EnpsSums;
}

/**
 * Each question is decided by those who answered it: their values are what the sums could give away. Units split the
 * company, whose result is shown, so that a hidden unit must not be its rest.
 */
export function decideSurveyWave(answers: readonly UnitAnswers[]): SurveyWave {
  const engagement = decide(answers, (unit) => unit.engagement);
  const enps = decide(answers, (unit) => unit.enps);
  return {
    survey: answers[0]?.survey ?? null,
    company: {
      engagement: engagement.company((all) => ({
        n: total(all, "n"),
        sum: total(all, "sum"),
        squares: total(all, "squares"),
      })),
      enps: enps.company((all) => ({
        n: total(all, "n"),
        promoters: total(all, "promoters"),
        detractors: total(all, "detractors"),
      })),
    },
    units: answers.map((unit) => ({
      unitId: unit.unitId,
      unitName: unit.unitName,
      engagement: engagement.unit(unit),
      enps: enps.unit(unit),
    })),
  };
}

function decide<Sums extends { readonly n: number }>(
  answers: readonly UnitAnswers[],
  of: (unit: UnitAnswers) => Sums,
) {
  const verdicts = suppressGroups(answers.map((unit) => ({ key: unit.unitId, n: of(unit).n })));
  const n = answers.reduce((sum, unit) => sum + of(unit).n, 0);
  const result = (count: number, verdict: Suppression, sums: () => Sums): Result<Sums> => {
    if (count === 0) return { reason: "no_data", sums: null };
    return verdict === "shown" ? { reason: null, sums: sums() } : { reason: verdict, sums: null };
  };
  return {
    unit: (unit: UnitAnswers) => result(of(unit).n, verdicts.get(unit.unitId) ?? "too_few", () => of(unit)),
    company: (add: (all: readonly Sums[]) => Sums) =>
      result(n, n < minimumGroupSize ? "too_few" : "shown", () => add(answers.map(of))),
  };
}

function total<Sums>(all: readonly Sums[], key: keyof Sums): number {
  return all.reduce((sum, each) => sum + Number(each[key]), 0);
}
