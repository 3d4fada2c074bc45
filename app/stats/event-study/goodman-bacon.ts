import { type Refusal, refuse } from "../result";
import { type StaggeredPanel, type StaggeredRows, staggeredPanel } from "./staggered-panel";

export type BaconKind =
  | "treated-vs-untreated"
  | "earlier-vs-later"
  | "later-vs-earlier"
  | "later-vs-always-treated";

export interface BaconComparison {
  readonly kind: BaconKind;
  /** First treated period of the group whose treatment changes, and of the one it is compared with. */
  readonly treated: number;
  readonly comparison: number;
  readonly estimate: number;
  readonly weight: number;
}

export interface GoodmanBacon {
  /** Σ weight × estimate, which is the static two-way coefficient. */
  readonly coefficient: number;
  readonly comparisons: readonly BaconComparison[];
  /** Weight resting on comparisons with the already treated, whose own effects are taken out as if they were trends. */
  readonly weightOnTreatedComparisons: number;
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly string[];
}

/**
 * Goodman-Bacon's decomposition of the static two-way coefficient into all two-group, two-period comparisons. It shows
 * why that coefficient is wrong when effects grow: how much of it compares later treated with earlier treated units.
 *
 * With n_k a group's share of units and D_k its share of periods treated, the weights are proportional to
 * n_k n_U D_k (1−D_k) against the untreated, n_k n_l (D_k−D_l)(1−D_k) for the earlier k against the later l, and
 * n_k n_l D_l (D_k−D_l) for the later l against the earlier k (theorem 1 with the subsample variances multiplied out).
 * Balanced panel; n is the number of rows. Source: Goodman-Bacon (2021), J. Econometrics 225(2).
 * R: `bacondecomp::bacon(y ~ treated, d, "unit", "period")`.
 *
 * Throws ArgumentError as `groupTimeEffects` for the rows. Refuses `not-identified` for an unbalanced panel (with the
 * number of incomplete units) and `no-variation` when no two groups differ in treatment.
 */
export function goodmanBacon(
  rows: Omit<StaggeredRows, "weights" | "covariates" | "cluster">,
): GoodmanBacon | Refusal {
  const panel = staggeredPanel(rows);
  const periods = panel.periods.length;
  if (panel.units === 0) return refuse("too-few-observations", { n: 0 });
  let absent = 0;
  for (const value of panel.outcome) if (Number.isNaN(value)) absent++;
  if (absent > 0) return refuse("not-identified", { absentRows: absent, needed: "balanced panel" });
  const groups = groupMeans(panel);
  const comparisons: BaconComparison[] = [];
  for (const earlier of groups) {
    for (const later of groups) {
      if (!(earlier.from < later.from)) continue;
      const share = earlier.units * later.units;
      const dEarlier = (periods - earlier.from) / periods;
      const dLater = (periods - later.from) / periods;
      const untreated = later.from === periods;
      const always = earlier.from === 0;
      // The earlier group's change, up to the later one's treatment.
      if (!always) {
        comparisons.push({
          kind: untreated ? "treated-vs-untreated" : "earlier-vs-later",
          treated: earlier.cohort,
          comparison: later.cohort,
          weight: share * (dEarlier - dLater) * (1 - dEarlier),
          estimate:
            change(earlier, 0, earlier.from, earlier.from, later.from) -
            change(later, 0, earlier.from, earlier.from, later.from),
        });
      }
      // The later group's change, the earlier one being treated throughout.
      if (!untreated) {
        comparisons.push({
          kind: always ? "later-vs-always-treated" : "later-vs-earlier",
          treated: later.cohort,
          comparison: earlier.cohort,
          weight: share * dLater * (dEarlier - dLater),
          estimate:
            change(later, earlier.from, later.from, later.from, periods) -
            change(earlier, earlier.from, later.from, later.from, periods),
        });
      }
    }
  }
  const total = comparisons.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return refuse("no-variation", { groups: groups.length });
  const weighted = comparisons.map((comparison) => ({ ...comparison, weight: comparison.weight / total }));
  return {
    coefficient: weighted.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0),
    comparisons: weighted,
    weightOnTreatedComparisons: weighted
      .filter(({ kind }) => kind === "later-vs-earlier" || kind === "later-vs-always-treated")
      .reduce((sum, { weight }) => sum + weight, 0),
    n: panel.units * periods,
    method: "Goodman-Bacon decomposition",
    warnings: [],
  };
}

interface GroupMeans {
  readonly cohort: number;
  /** Code of the first treated period; the number of periods for the untreated. */
  readonly from: number;
  readonly units: number;
  readonly mean: Float64Array;
}

/** Mean outcome by period of each group; those never treated within the panel are one group, as are the always treated. */
function groupMeans(panel: StaggeredPanel): GroupMeans[] {
  const { units, periods, outcome } = panel;
  const members = new Map<number, number[]>();
  for (let i = 0; i < units; i++) {
    let from = 0;
    while (from < periods.length && periods[from]! < panel.firstTreated[i]!) from++;
    const group = members.get(from);
    if (group) group.push(i);
    else members.set(from, [i]);
  }
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([from, list]) => {
      const mean = Float64Array.from(periods, (_, t) => {
        let value = 0;
        for (const i of list) value += outcome[t * units + i]! / list.length;
        return value;
      });
      const cohort = from === periods.length ? Number.POSITIVE_INFINITY : periods[from]!;
      return { cohort, from, units: list.length, mean };
    });
}

function change(group: GroupMeans, preFrom: number, preTo: number, postFrom: number, postTo: number): number {
  const over = (from: number, to: number) => {
    let value = 0;
    for (let t = from; t < to; t++) value += group.mean[t]! / (to - from);
    return value;
  };
  return over(postFrom, postTo) - over(preFrom, preTo);
}
