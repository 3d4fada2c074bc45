import { v7 as uuidv7 } from "uuid";
import type { Sql, SqlTransaction } from "~/db/sql.server";
import { addDays, addMonths, type Month, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { minimumGroupSize } from "~/modules/access/suppression";
import { costToServeRatios } from "../profitability/cost-to-serve-ratio";
import { readCostToServe } from "../profitability/read-cost-to-serve.server";
import type { AccountHistory } from "./account-history";
import { monthlyDiscount } from "./money-settings";
import { readAccountHistories, readObservedFrom } from "./read-account-histories.server";
import { type Acquisition, readAcquisition, readSegmentAcquisition } from "./read-acquisition.server";
import { readExitCost } from "./read-exit-cost.server";
import { readMoneySettings } from "./read-money-settings.server";
import { referralCost } from "./referral-cost";
import { replacementCosts } from "./replacement-cost";
import { storeLosses, storeValues } from "./store-values.server";
import { type ValuedAccount, valueAccounts } from "./value-accounts";
import { valueLosses } from "./value-losses";
import type { ValueRunResult } from "./value-run";

/** Losses of so many years are valued. */
const lossYears = 3;

/**
 * Fits the lifetime models and values every present customer and every loss, as of the end of the last complete month. One
 * job, run by the worker; what it finds replaces what was stored in one transaction. Gives the run's id.
 */
export async function refreshCustomerValues(sql: Sql): Promise<string> {
  const started = performance.now();
  const { today } = await companyToday(sql);
  const until = monthOf(today);
  const runId = uuidv7();
  await sql`
    insert into customer_value_runs (id, as_of, status) values (${runId}, ${addDays(until, -1)}, 'running')`;
  try {
    const settings = await readMoneySettings(sql);
    const last = addMonths(until, -1);
    const [histories, observedFrom, segments, acquisition, segmentAcquisition, exitCost] = await Promise.all([
      readAccountHistories(sql, until),
      readObservedFrom(sql),
      readCostToServe(sql, addMonths(last, -11), last),
      readAcquisition(sql, last, settings),
      readSegmentAcquisition(sql, last),
      readExitCost(sql, settings, today),
    ]);
    const horizon = { months: settings.horizonMonths, discount: monthlyDiscount(settings.discountRate) };
    const costToServeRatio = costToServeRatios(segments);
    const valued = valueAccounts({ histories, observedFrom, until, horizon, costToServeRatio });
    const losses =
      observedFrom === null
        ? []
        : valueLosses({
            histories,
            observedFrom,
            since: laterMonth(observedFrom, addMonths(until, -12 * lossYears)),
            until,
            horizon,
            costToServeRatio,
            replacementCost: replacementCosts(segmentAcquisition, unitsCostPerWin(acquisition)),
            referralCost: referralCost(
              settings.referrals,
              valuesOfNew(valued.values, histories, addMonths(last, -11)),
            ),
            exitCost,
          });
    const result: ValueRunResult = {
      discountRate: settings.discountRate,
      horizonMonths: settings.horizonMonths,
      observedFrom,
      recurringShare: recurringShare(histories),
      contract: valued.contract,
      repeat: valued.repeat,
      accounts: countModels(valued.values),
      seconds: (performance.now() - started) / 1000,
    };
    await sql.begin(async (transaction) => {
      const tx = transaction as SqlTransaction;
      await storeValues(tx, { runId, asOf: addDays(until, -1) }, valued.values);
      await storeLosses(tx, runId, losses);
      await tx`update customer_value_runs set status = 'finished', finished_at = now(), result = ${tx.json(result as never)}
               where id = ${runId}`;
    });
  } catch (error) {
    await sql`update customer_value_runs set status = 'failed', finished_at = now(), error = ${String((error as Error).message)}
              where id = ${runId}`.catch(() => {});
    throw error;
  }
  return runId;
}

/** What everybody may see must not tell what fewer than five people are paid: their units are then left out. */
function unitsCostPerWin({ won, unitsMinor, people }: Acquisition): number | null {
  return won > 0 && people >= minimumGroupSize ? unitsMinor / won : null;
}

/** Lifetime values of the customers won since a month. */
function valuesOfNew(
  values: readonly ValuedAccount[],
  histories: readonly AccountHistory[],
  since: Month,
): number[] {
  const fresh = new Set(
    histories.filter(({ acquiredOn }) => acquiredOn >= since).map((each) => each.accountId),
  );
  return values.flatMap(({ accountId, clv }) => (clv !== null && fresh.has(accountId) ? [clv] : []));
}

function recurringShare(histories: readonly AccountHistory[]): number | null {
  let revenue = 0;
  let recurring = 0;
  for (const history of histories) {
    revenue += history.revenue;
    recurring += history.recurring;
  }
  return revenue > 0 ? recurring / revenue : null;
}

function countModels(values: readonly ValuedAccount[]): ValueRunResult["accounts"] {
  const count = (model: ValuedAccount["model"]) => values.filter((value) => value.model === model).length;
  return {
    contract: count("contract"),
    repeatPurchase: count("repeat_purchase"),
    none: count("none"),
  };
}

function laterMonth(a: Month, b: Month): Month {
  return a > b ? a : b;
}
