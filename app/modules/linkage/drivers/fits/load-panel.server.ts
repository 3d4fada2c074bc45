// Question: what does the panel hold, column by column, for the fits?
import { copyColumns } from "~/db/copy-columns.server";
import { IdCodes } from "~/db/id-codes";
import type { Sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { monthlyRates } from "../../panel/monthly-rates";
import { billingPeriods } from "./billing-periods";
import { causes, type PanelColumn, type PanelData, panelColumns, startsOf } from "./panel-data";

/** A new customer may wait so long for its first owner; whoever comes later than that has taken over from somebody. */
const monthsToFirstOwner = 3;

/** What each of the panel's columns is in the table. */
const columnSql: Readonly<Record<PanelColumn, string>> = {
  isComplete: "p.is_complete::int::float4",
  churnsNextMonth: "p.churns_next_month::int::float4",
  csatN: "p.csat_n::float4",
  csatSum: "p.csat_sum::float4",
  revenueMinor: "p.revenue_minor::float4",
  marginMinor: "p.margin_minor::float4",
  vacancyShare: "p.vacancy_share",
  logTenure: "p.owner_log_tenure",
  tenureMonths: "p.owner_tenure_months",
  trainingHours: "p.owner_training_hours_12m",
  workloadZ: "p.owner_workload_z",
  payPosition: "p.owner_pay_position",
  serviceOrientation: "p.owner_service_orientation",
  monthsSinceHandover: "p.months_since_handover::float4",
  isHandoverToNewHire: "p.is_handover_to_new_hire::int::float4",
  monthsSinceDeparture: "p.months_since_departure_handover::float4",
  isDepartureToNewHire: "p.is_departure_handover_to_new_hire::int::float4",
  handovers12m: "p.handovers_12m::float4",
};
export async function loadPanel(sql: Sql): Promise<PanelData> {
  const [counted] = await sql<{ rows: number }[]>`select count(*)::int as rows from panel_months`;
  const accounts = new IdCodes();
  const employees = new IdCodes();

  const query = `
    select p.account_id, p.owner_id, ${monthNumber("p.month")}, ${monthNumber("a.acquired_on")},
           array_position(array[${causes.map((cause) => `'${cause}'`).join(",")}], p.last_handover_cause) - 1,
           ${panelColumns.map((name) => columnSql[name]).join(", ")}
    from panel_months p join accounts a on a.id = p.account_id
    order by p.account_id, p.month`;
  const { rows, columns } = await copyColumns(
    sql,
    query,
    ["uuid", "uuid", "int", "int", "int", ...panelColumns.map(() => "real" as const)],
    [accounts, employees],
    counted?.rows ?? 0,
  );
  const [account, owner, month, acquiredMonth, lastCause, ...numeric] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    ...Float32Array[],
  ];
  const accountStart = startsOf(account, accounts.ids.length);
  const named = Object.fromEntries(panelColumns.map((name, index) => [name, numeric[index]!])) as Record<
    PanelColumn,
    Float32Array
  >;
  return {
    rows,
    accountIds: accounts.ids,
    unrecordedHandover: await loadUnrecordedHandovers(sql, accounts, account, accountStart, acquiredMonth),
    region: await loadRegions(sql, accounts),
    logRate: await loadLogRates(sql, accounts, account, month),
    employees,
    account,
    owner,
    month,
    acquiredMonth,
    lastCause,
    accountStart,
    lossesFrom: Number.NEGATIVE_INFINITY,
    rowsAfterRecords: 0,
    revenueMonths: billingPeriods({ accountIds: accounts.ids, accountStart, month, columns: named }),
    columns: named,
  };
}

async function loadUnrecordedHandovers(
  sql: Sql,
  accounts: IdCodes,
  account: Int32Array,
  accountStart: Int32Array,
  acquiredMonth: Int32Array,
): Promise<Int32Array> {
  const known = accounts.ids.length;
  const { rows, columns } = await copyColumns(
    sql,
    `select account_id, ${monthNumber("min(starts_on)")} from assignments where role = 'owner' group by account_id`,
    ["uuid", "int"],
    [accounts, null],
    known,
  );
  const [of, first] = columns as [Int32Array, Int32Array];
  let earliest = Number.POSITIVE_INFINITY;
  for (const month of first) if (month < earliest) earliest = month;
  const unrecorded = new Int32Array(known).fill(-1);
  for (let i = 0; i < rows; i++) {
    const code = of[i]!;
    if (code >= known || account.length === 0) continue;
    const acquired = acquiredMonth[accountStart[code]!]!;
    if (first[i]! - acquired > monthsToFirstOwner && first[i]! > earliest) unrecorded[code] = first[i]!;
  }
  return unrecorded;
}

async function loadRegions(sql: Sql, accounts: IdCodes): Promise<Int32Array> {
  const region = new Int32Array(accounts.ids.length).fill(-1);
  const { rows, columns } = await copyColumns(
    sql,
    `select id, (dense_rank() over (order by region) - 1)::int4 from accounts where region is not null`,
    ["uuid", "int"],
    [accounts, null],
    region.length,
  );
  const [of, code] = columns as [Int32Array, Int32Array];
  for (let i = 0; i < rows; i++) if (of[i]! < region.length) region[of[i]!] = code[i]!;
  return region;
}

/** Exchange rates move revenue by region and month, and no employee does: the fits take them out again. */
async function loadLogRates(
  sql: Sql,
  accounts: IdCodes,
  account: Int32Array,
  month: Int32Array,
): Promise<Float32Array> {
  const logRate = new Float32Array(account.length);
  const currencies = await sql<
    { currency: string }[]
  >`select distinct currency from revenue_entries order by currency`;
  if (currencies.length < 2) return logRate;
  const names = currencies.map(({ currency }) => currency);
  const listed = names.map((name) => `'${name.replaceAll("'", "''")}'`).join(",");
  const { rows, columns } = await copyColumns(
    sql,
    `select account_id, (array_position(array[${listed}], mode() within group (order by currency::text)) - 1)::int4
     from revenue_entries group by account_id`,
    ["uuid", "int"],
    [accounts, null],
    accounts.ids.length,
  );
  const [of, currencyOf] = columns as [Int32Array, Int32Array];
  const byAccount = new Int32Array(accounts.ids.length).fill(-1);
  for (let i = 0; i < rows; i++) byAccount[of[i]!] = currencyOf[i]!;
  const rates = await sql.unsafe<{ currency: string; month: number; logFactor: number }[]>(
    `with ${monthlyRates}
     select currency, ${monthNumber("month")} as month, ln(factor)::float8 as log_factor from monthly_rates`,
    [(await companyToday(sql)).today],
  );
  const rateOf = new Map(
    rates.map((rate) => [`${names.indexOf(rate.currency)} ${rate.month}`, rate.logFactor]),
  );
  for (let row = 0; row < account.length; row++) {
    logRate[row] = rateOf.get(`${byAccount[account[row]!]} ${month[row]}`) ?? 0;
  }
  return logRate;
}

/** Months since year 0 as an int4. */
export const monthNumber = (column: string) =>
  `(extract(year from ${column}) * 12 + extract(month from ${column}) - 1)::int4`;
