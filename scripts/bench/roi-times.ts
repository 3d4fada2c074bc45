import type { Sql } from "../../app/db/sql.server";
import { addMonths, monthOf } from "../../app/kernel/calendar";
import { companyToday } from "../../app/modules/access/company.server";
import { allocateMonths, listLedgerMonths } from "../../app/modules/roi/allocation/allocate-months.server";
import { drainAllocation } from "../../app/modules/roi/allocation/drain-allocation.server";
import { monthlyDiscount } from "../../app/modules/roi/lifetime/money-settings";
import {
  readAccountHistories,
  readObservedFrom,
} from "../../app/modules/roi/lifetime/read-account-histories.server";
import { refreshCustomerValues } from "../../app/modules/roi/lifetime/refresh-customer-values.server";
import { valueAccounts } from "../../app/modules/roi/lifetime/value-accounts";
import { refreshProfits } from "../../app/modules/roi/profitability/refresh-profits.server";
import type { Measure } from "./report";

/** Allocation and customer values as the worker runs them, database work included. */
export async function measureRoi(sql: Sql): Promise<Measure[]> {
  const months = (await listLedgerMonths(sql)).slice(-36);
  await sql`delete from allocation_changes`;
  // What is stored already would only be compared.
  await sql`delete from account_cost_months where month >= ${months[0]!}`;
  await sql`vacuum account_cost_months`;
  const full = await seconds(() => allocateMonths(sql, months));
  const [entry] = await sql<{ id: string }[]>`
    select id from cost_entries where incurred_on >= ${months.at(-3)!} and incurred_on < ${months.at(-2)!} order by id limit 1`;
  await sql`update cost_entries set amount_minor = amount_minor + 1 where id = ${entry!.id}`;
  let done = 0;
  const one = await seconds(async () => {
    done = await drainAllocation(sql);
  });
  await sql`update cost_entries set amount_minor = amount_minor - 1 where id = ${entry!.id}`;
  await drainAllocation(sql);
  if (done !== 1) throw new Error(`One change put ${done} months behind`);
  const profits = await seconds(() => refreshProfits(sql));
  const values = await seconds(() => refreshCustomerValues(sql));
  return [
    { name: `allocation of ${months.length} months`, value: full, unit: "s", target: 60, better: "less" },
    { name: "allocation after a change of one month", value: one, unit: "s", target: 3, better: "less" },
    { name: "profits of all accounts and their report", value: profits, unit: "s" },
    {
      name: "lifetime values: contracts, losses, reading and storing",
      value: values,
      unit: "s",
      target: 10,
      better: "less",
    },
    await measureRepeatPurchase(sql),
  ];
}

/** The generated customers have contracts: here their months are taken as single purchases, so that the other model has work too. */
async function measureRepeatPurchase(sql: Sql): Promise<Measure> {
  const { today } = await companyToday(sql);
  const until = monthOf(today);
  const histories = (await readAccountHistories(sql, until)).map((history, index) => ({
    ...history,
    recurring: 0,
    // All of them buying every month would be one history: every account keeps a part of its months.
    purchaseMonths: Math.max(1, Math.round(history.purchaseMonths * ((index % 9) + 1) * 0.1)),
  }));
  const observedFrom = await readObservedFrom(sql);
  const value = await seconds(async () => {
    valueAccounts({
      histories,
      observedFrom,
      until: addMonths(until, 0),
      horizon: { months: 36, discount: monthlyDiscount(0.08) },
      costToServeRatio: () => 0.1,
    });
  });
  return {
    name: `lifetime values: BG/NBD × Gamma-Gamma of ${histories.length.toLocaleString("en")} accounts`,
    value,
    unit: "s",
    target: 10,
    better: "less",
  };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
