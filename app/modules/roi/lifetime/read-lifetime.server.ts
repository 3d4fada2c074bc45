// Question: what are the customers worth, what did winning them cost, and what did losing some cost?
import { sql } from "~/db/sql.server";
import { addMonths, type Month, monthOf } from "~/kernel/calendar";
import { can } from "~/modules/access/capabilities";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { minimumGroupSize } from "~/modules/access/suppression";
import type { MoneySettings } from "./money-settings";
import { type Acquisition, readAcquisition } from "./read-acquisition.server";
import { readMoneySettings } from "./read-money-settings.server";
import type { ValueRunResult } from "./value-run";

export interface ValuedRow {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly segment: string | null;
  readonly model: string;
  readonly clvMinor: number;
  readonly lowerMinor: number;
  readonly upperMinor: number;
  readonly plainMinor: number | null;
  readonly kept12m: number | null;
  readonly alive: number | null;
}

export interface LossRow {
  readonly accountId: string;
  readonly accountNumber: string;
  readonly name: string;
  readonly lostOn: string;
  readonly residualMinor: number;
  readonly lowerMinor: number;
  readonly upperMinor: number;
  readonly replacementMinor: number | null;
  readonly referralMinor: number | null;
  readonly exitMinor: number | null;
  readonly totalMinor: number;
}

/** A part is null where it is measured of none of the year's losses. */
export interface LossYear {
  readonly year: number;
  readonly losses: number;
  readonly residualMinor: number;
  readonly replacementMinor: number | null;
  readonly referralMinor: number | null;
  readonly exitMinor: number | null;
  readonly totalMinor: number;
}

export interface Equity {
  readonly valued: number;
  readonly withoutValue: number;
  readonly negative: number;
  readonly clvMinor: number;
  readonly lowerMinor: number;
  readonly upperMinor: number;
  readonly plainMinor: number;
  /** Of the accounts won in the last twelve months. */
  readonly newCount: number;
  readonly newClvMinor: number;
}

const shownRows = 25;

/** Null until a fit has finished. */
export async function readLifetime(scope: Scope<"roi.read">, segment: string | null) {
  const run = sql();
  const [company, settings, [fit]] = await Promise.all([
    companyToday(run),
    readMoneySettings(run),
    run<{ id: string; asOf: string; finishedAt: Date; result: ValueRunResult }[]>`
      select id, as_of, finished_at, result from customer_value_runs where status = 'finished' order by started_at desc limit 1`,
  ]);
  if (!fit) return null;
  const last = addMonths(monthOf(company.today), -1);
  const [{ acquisition, equity, years }, best, losses] = await Promise.all([
    readSumsOnce(`${fit.id} ${settings.version} ${last}`, () => readSums(last, settings)),
    listValued(scope, { segment, limit: shownRows }),
    listLosses(scope, { segment, limit: shownRows }),
  ]);
  const isCacHidden =
    !can(scope.roles, "pay.read") && acquisition.people > 0 && acquisition.people < minimumGroupSize;
  return {
    asOf: fit.asOf,
    result: fit.result,
    settings,
    currency: company.reportingCurrency,
    acquisition: isCacHidden ? withoutUnits(acquisition) : acquisition,
    isCacHidden,
    equity,
    best,
    losses,
    years,
  };
}

interface Sums {
  readonly acquisition: Acquisition;
  readonly equity: Equity;
  readonly years: readonly LossYear[];
}

async function readSums(last: Month, settings: MoneySettings): Promise<Sums> {
  const run = sql();
  const [acquisition, [equity], years] = await Promise.all([
    readAcquisition(run, last, settings),
    readEquity(addMonths(last, -11)),
    run<LossYear[]>`
      select extract(year from lost_on)::int as year, count(*)::int as losses, sum(residual_clv_minor)::float8 as residual_minor,
             sum(replacement_minor)::float8 as replacement_minor, sum(referral_minor)::float8 as referral_minor,
             sum(exit_minor)::float8 as exit_minor, sum(${lossTotal(run)})::float8 as total_minor
      from account_losses l group by 1 order by 1 desc`,
  ]);
  return { acquisition, equity: equity!, years };
}

let kept: { readonly key: string; readonly sums: Promise<Sums> } | undefined;

/** Sums over all accounts stand until the next fit, or other assumptions: the process reads them once for each. */
function readSumsOnce(key: string, read: () => Promise<Sums>): Promise<Sums> {
  if (kept?.key === key) return kept.sums;
  const sums = read();
  kept = { key, sums };
  // A failure is told to whoever asked and then asked anew.
  sums.catch(() => {
    if (kept?.sums === sums) kept = undefined;
  });
  return sums;
}

/** Without the units' cost the figure of winning a customer is none: it would be another one under the same name. */
function withoutUnits(acquisition: Acquisition): Acquisition {
  return { ...acquisition, unitsMinor: 0, units: [], won: 0 };
}

/** The interval of a sum over one fitted curve: accounts err together, so their bounds add. */
function readEquity(wonSince: string): Promise<Equity[]> {
  return sql()<Equity[]>`
    select count(*) filter (where v.clv_minor is not null)::int as valued, count(*) filter (where v.clv_minor is null)::int as without_value,
           count(*) filter (where v.clv_minor < 0)::int as negative, coalesce(sum(v.clv_minor), 0)::float8 as clv_minor,
           coalesce(sum(v.clv_lower_minor), 0)::float8 as lower_minor, coalesce(sum(v.clv_upper_minor), 0)::float8 as upper_minor,
           coalesce(sum(v.clv_plain_minor), 0)::float8 as plain_minor,
           count(*) filter (where a.acquired_on >= ${wonSince} and v.clv_minor is not null)::int as new_count,
           coalesce(sum(v.clv_minor) filter (where a.acquired_on >= ${wonSince}), 0)::float8 as new_clv_minor
    from account_values v join accounts a on a.id = v.account_id`;
}

interface Page {
  readonly segment: string | null;
  readonly limit: number | null;
}

export function listValued(_scope: Scope<"roi.read">, { segment, limit }: Page): Promise<ValuedRow[]> {
  const run = sql();
  return run<ValuedRow[]>`
    select v.account_id, a.account_number, a.name, a.segment, v.model, v.clv_minor::float8 as clv_minor,
           v.clv_lower_minor::float8 as lower_minor, v.clv_upper_minor::float8 as upper_minor, v.clv_plain_minor::float8 as plain_minor,
           v.kept_12m_probability as kept12m, v.alive_probability as alive
    from account_values v join accounts a on a.id = v.account_id
    where v.clv_minor is not null and ${segment === null ? run`true` : run`coalesce(a.segment, '') = ${segment}`}
    order by v.clv_minor desc, v.account_id limit ${limit}`;
}

export function listLosses(_scope: Scope<"roi.read">, { segment, limit }: Page): Promise<LossRow[]> {
  const run = sql();
  return run<LossRow[]>`
    select l.account_id, a.account_number, a.name, l.lost_on, l.residual_clv_minor::float8 as residual_minor,
           l.residual_lower_minor::float8 as lower_minor, l.residual_upper_minor::float8 as upper_minor,
           l.replacement_minor::float8 as replacement_minor, l.referral_minor::float8 as referral_minor,
           l.exit_minor::float8 as exit_minor, (${lossTotal(run)})::float8 as total_minor
    from account_losses l join accounts a on a.id = l.account_id
    where l.lost_on > current_date - interval '13 months' and ${segment === null ? run`true` : run`coalesce(a.segment, '') = ${segment}`}
    order by l.residual_clv_minor desc, l.account_id limit ${limit}`;
}

/** A part that is not measurable yet is not in the sum: the page says which. */
function lossTotal(run: ReturnType<typeof sql>) {
  return run`l.residual_clv_minor + coalesce(l.replacement_minor, 0) + coalesce(l.referral_minor, 0) + coalesce(l.exit_minor, 0)`;
}
