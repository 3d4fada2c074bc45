import { type CompanyOutcome, type NaiveName, naiveNames } from "./outcome";

/** How the estimates of one effect lie around its truth, over all companies. */
export interface Calibration {
  readonly companies: number;
  readonly mean: number;
  readonly bias: number | null;
  /** Between companies. */
  readonly sd: number;
  /** |bias| below three standard errors of the mean. */
  readonly isUnbiased: boolean | null;
  /** Share of intervals that hold the truth; null where the look has none. */
  readonly coverage: number | null;
  readonly meanWidth: number | null;
}

export interface EffectSummary {
  readonly key: string;
  readonly truth: number | null;
  readonly refused: number;
  readonly own: Calibration | null;
  /** Share of companies in which it was found, at the declared false-discovery rate. */
  readonly found: number | null;
  readonly naive: Readonly<Partial<Record<NaiveName, Calibration>>>;
}

export interface Summary {
  readonly effects: readonly EffectSummary[];
  readonly tests: number;
  readonly findings: number;
  readonly companiesWithFindings: number;
}

interface Estimate {
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function summarise(companies: readonly CompanyOutcome[], falseDiscoveryRate: number): Summary {
  const keys = [...new Set(companies.flatMap(({ effects }) => effects.map((effect) => effect.key)))];
  const effects = keys.map((key): EffectSummary => {
    const all = companies.flatMap((company) => company.effects.filter((effect) => effect.key === key));
    const own = all.flatMap((effect) => (effect.own ? [effect.own] : []));
    const tested = all.filter((effect) => effect.q !== null);
    // Planted numbers are the same in every company.
    const truth = all[0]?.truth ?? null;
    return {
      key,
      truth,
      refused: all.length - own.length,
      own: calibrationOf(own, truth),
      found:
        tested.length === 0
          ? null
          : tested.filter((effect) => effect.q! < falseDiscoveryRate).length / tested.length,
      naive: Object.fromEntries(
        naiveNames.flatMap((name) => {
          const looks = all.flatMap((effect) => effect.naive[name] ?? []);
          const calibration = calibrationOf(looks, truth);
          return calibration ? [[name, calibration]] : [];
        }),
      ),
    };
  });
  const findingsOf = (company: CompanyOutcome) =>
    company.effects.filter((effect) => effect.q !== null && effect.q < falseDiscoveryRate).length;
  return {
    effects,
    tests: companies.reduce(
      (sum, company) => sum + company.effects.filter((effect) => effect.q !== null).length,
      0,
    ),
    findings: companies.reduce((sum, company) => sum + findingsOf(company), 0),
    companiesWithFindings: companies.filter((company) => findingsOf(company) > 0).length,
  };
}

function calibrationOf(estimates: readonly Estimate[], truth: number | null): Calibration | null {
  const n = estimates.length;
  if (n === 0) return null;
  const mean = meanOf(estimates.map((each) => each.estimate));
  const sd =
    n < 2 ? 0 : Math.sqrt(estimates.reduce((sum, each) => sum + (each.estimate - mean) ** 2, 0) / (n - 1));
  const intervals = estimates.flatMap(({ lower, upper }) =>
    lower === null || upper === null ? [] : [{ lower, upper }],
  );
  const bias = truth === null ? null : mean - truth;
  return {
    companies: n,
    mean,
    bias,
    sd,
    isUnbiased: bias === null || n < 2 ? null : Math.abs(bias) < (3 * sd) / Math.sqrt(n),
    coverage:
      truth === null || intervals.length === 0
        ? null
        : intervals.filter(({ lower, upper }) => lower <= truth && truth <= upper).length / intervals.length,
    meanWidth: intervals.length === 0 ? null : meanOf(intervals.map(({ lower, upper }) => upper - lower)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
