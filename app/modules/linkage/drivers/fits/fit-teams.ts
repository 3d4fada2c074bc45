/** Teams ranked fairly: what is left after chance has been shrunk out of it, with how sure the rank is. */

import { normalQuantile } from "~/stats/distributions/normal";
import { createGenerator } from "~/stats/random/generator";
import { randomIntercept } from "~/stats/regression/random-intercept";
import { shrunkenRanks } from "~/stats/regression/shrunken-ranks";
import { isRefusal } from "~/stats/result";
import type { TeamRank } from "../result";
import type { DriverSpec } from "../specs";
import { describeSample } from "./describe-sample";
import { type FitData, seedOf } from "./fit-data";
import { personMonth } from "./people-data";
import { refusedAnswer, type SpecAnswer } from "./spec-result";

const yearMonths = 12;
const z = normalQuantile(0.975);

interface AccountFigure {
  readonly unit: number;
  readonly owner: number;
  readonly value: number;
  readonly size: number;
  readonly n: number;
}

export function fitTeams(
  spec: DriverSpec,
  data: FitData,
  unitNames: ReadonlyMap<string, string>,
): SpecAnswer {
  const { panel } = data;
  const lastMonth = lastCompleteMonth(data);
  const rows = Int32Array.from(panel.month.keys()).filter(
    (row) => panel.month[row]! > lastMonth - yearMonths && panel.month[row]! <= lastMonth,
  );
  const sample = describeSample(data, rows, {});
  if (rows.length === 0) return refusedAnswer(spec, { code: "no_accounts", detail: {} });
  const teams = [
    ...ranksOf(spec, "satisfaction", figures(data, lastMonth, satisfactionOf), data, unitNames),
    ...ranksOf(spec, "revenue", figures(data, lastMonth, growthOf), data, unitNames),
    ...ranksOf(spec, "churn", figures(data, lastMonth, lossOf), data, unitNames),
  ];
  return {
    sample,
    teams,
    ...(teams.length === 0 ? { refused: { code: "too_few_units" as const, detail: {} } } : {}),
  };
}

function ranksOf(
  spec: DriverSpec,
  outcome: TeamRank["outcome"],
  accounts: readonly AccountFigure[],
  data: FitData,
  unitNames: ReadonlyMap<string, string>,
): TeamRank[] {
  const sizes = accounts.map(({ size }) => (Number.isNaN(size) ? 0 : size));
  const varies = sizes.some((size) => size !== sizes[0]);
  if (accounts.length < 20 || accounts.every(({ value }) => value === accounts[0]!.value)) return [];
  const fit = randomIntercept({
    outcome: accounts.map(({ value }) => value),
    // Without a covariate the column of the constant alone: the library takes an empty list.
    covariates: varies ? [sizes] : [],
    group: accounts.map(({ unit }) => unit),
  });
  if (isRefusal(fit)) return [];
  const better = outcome === "churn" ? -1 : 1;
  const ranks = new Map(
    shrunkenRanks(
      fit.groupEffects.map((group) => ({ ...group, estimate: better * group.estimate })),
      { generator: createGenerator(`${seedOf(spec.name)} ${outcome}`) },
    ).map((rank) => [Number(rank.level), rank]),
  );
  const overall = accounts.reduce((sum, { value }) => sum + value, 0) / accounts.length;
  const scale = outcome === "satisfaction" ? 1 : 100;
  return fit.groupEffects.map((group) => {
    const unit = Number(group.level);
    const own = accounts.filter((account) => account.unit === unit);
    const rank = ranks.get(unit)!;
    // No spread between teams was found, which is not to know that there is none: as wide as the team's own mean.
    const variance = fit.atBoundary ? fit.residualVariance / group.rows : group.conditionalVariance;
    const half = z * Math.sqrt(variance);
    const unitId = data.units.ids[unit]!;
    return {
      unitId,
      unitName: unitNames.get(unitId) ?? "",
      people: new Set(own.map(({ owner }) => owner)).size,
      accounts: own.length,
      n: own.reduce((sum, { n }) => sum + n, 0),
      outcome,
      effect: {
        estimate: scale * group.estimate,
        lower: scale * (group.estimate - half),
        upper: scale * (group.estimate + half),
      },
      rank: { estimate: rank.expectedRank, lower: rank.interval.lower, upper: rank.interval.upper },
      raw: scale * (own.reduce((sum, { value }) => sum + value, 0) / own.length - overall),
    };
  });
}

/** One figure an account, booked with the unit of whoever owned it last. */
function figures(
  data: FitData,
  lastMonth: number,
  figureOf: (
    data: FitData,
    from: number,
    to: number,
    lastMonth: number,
  ) => { value: number; n: number } | null,
): AccountFigure[] {
  const { panel, people } = data;
  const found: AccountFigure[] = [];
  for (let account = 0; account < panel.accountIds.length; account++) {
    const from = panel.accountStart[account]!;
    let to = panel.accountStart[account + 1]!;
    while (to > from && panel.month[to - 1]! > lastMonth) to -= 1;
    if (to === from) continue;
    let at = to - 1;
    while (at > from && panel.owner[at]! < 0) at -= 1;
    const person = personMonth(people, panel.owner[at]!, panel.month[at]!);
    const figure = person >= 0 ? figureOf(data, from, to, lastMonth) : null;
    if (!figure || people.unit[person]! < 0) continue;
    found.push({
      unit: people.unit[person]!,
      owner: panel.owner[at]!,
      size: data.accountSize[to - 1]!,
      ...figure,
    });
  }
  return found;
}

function satisfactionOf({ panel }: FitData, from: number, to: number, lastMonth: number) {
  let n = 0;
  let sum = 0;
  for (let row = to - 1; row >= from && panel.month[row]! > lastMonth - yearMonths; row--) {
    n += panel.columns.csatN[row]!;
    sum += panel.columns.csatSum[row]!;
  }
  return n > 0 ? { value: sum / n, n } : null;
}

/** Log of the year's revenue over that of the year before, for accounts that were there throughout. */
function growthOf({ panel }: FitData, from: number, to: number, lastMonth: number) {
  if (to - from < 2 * yearMonths || panel.month[to - 1] !== lastMonth) return null;
  let now = 0;
  let before = 0;
  for (let at = 1; at <= yearMonths; at++) {
    now += panel.columns.revenueMinor[to - at]!;
    before += panel.columns.revenueMinor[to - at - yearMonths]!;
  }
  return now > 0 && before > 0 ? { value: Math.log(now / before), n: 2 * yearMonths } : null;
}

/** Whether the account was lost within the year, for those that were customers in the month before it. */
function lossOf({ panel }: FitData, from: number, to: number, lastMonth: number) {
  let at = from;
  while (at < to && panel.month[at]! < lastMonth - yearMonths) at += 1;
  if (at === to || panel.month[at] !== lastMonth - yearMonths) return null;
  const first = at;
  while (at < to && panel.month[at]! < lastMonth && panel.columns.churnsNextMonth[at] !== 1) at += 1;
  const isLost = at < to && panel.columns.churnsNextMonth[at] === 1 && panel.month[at]! < lastMonth;
  return { value: isLost ? 1 : 0, n: at - first + (isLost ? 1 : 0) };
}

/** The last month that is over for anyone. */
function lastCompleteMonth({ panel }: FitData): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < panel.rows; row++) {
    if (panel.columns.isComplete[row] === 1 && panel.month[row]! > last) last = panel.month[row]!;
  }
  return last;
}
