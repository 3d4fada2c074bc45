// Question: from which months, entries and allocated costs do an account's profit and value come?
import { sql } from "~/db/sql.server";
import { recordView } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import { addMonths, type Month, monthOf, monthRange } from "~/kernel/calendar";
import { isUuid } from "~/kernel/uuid";
import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { type AccountProfitRow, readAccountProfit } from "./list-account-profits.server";
import { listRevenueEntries, type RevenueEntries } from "./list-revenue-entries.server";

export interface AccountMonth {
  readonly month: Month;
  readonly revenueMinor: number;
  readonly costOfGoodsMinor: number;
  /** Null for readers without pay: of one month it is mostly one person's. */
  readonly costToServeMinor: number | null;
}

export interface AccountValue {
  readonly model: string;
  readonly marginMinor: number | null;
  readonly clvMinor: number | null;
  readonly lowerMinor: number | null;
  readonly upperMinor: number | null;
  readonly asOf: string;
}

export interface AccountMoney {
  readonly profit: AccountProfitRow;
  readonly asOf: string;
  readonly months: readonly AccountMonth[];
  readonly value: AccountValue | null;
  /** The entries of the month that was asked for. */
  readonly entries: (RevenueEntries & { readonly month: Month }) | null;
  readonly seesPay: boolean;
}

export async function readAccountMoney(
  scope: Scope<"roi.read">,
  accountId: string,
  wantedMonth: string | null,
): Promise<AccountMoney> {
  if (!isUuid(accountId)) throw new AppError("not_found", "No such account");
  const run = sql();
  const [profit, [report], [value]] = await Promise.all([
    readAccountProfit(scope, accountId),
    run<{ asOf: string }[]>`select as_of from profit_reports where id = 1`,
    run<AccountValue[]>`
      select model, margin_minor::float8 as margin_minor, clv_minor::float8 as clv_minor, clv_lower_minor::float8 as lower_minor,
             clv_upper_minor::float8 as upper_minor, as_of
      from account_values where account_id = ${accountId}`,
  ]);
  if (!profit || !report) throw new AppError("not_found", "No money of such an account");
  const last = monthOf(report.asOf);
  const seesPay = can(scope.roles, "pay.read");
  const months = monthRange(addMonths(last, -11), last);
  const month = months.find((each) => each.slice(0, 7) === wantedMonth) ?? null;
  const [rows, entries] = await Promise.all([
    readMonths(accountId, months, seesPay),
    month && listRevenueEntries(scope, accountId, month),
  ]);
  if (seesPay)
    await recordView(scope.actor, {
      action: "pay.view",
      subjectType: "account",
      subjectId: accountId,
      subjectName: profit.name,
      detail: { page: "account-money" },
    });
  return {
    profit,
    asOf: report.asOf,
    months: rows,
    value: value ?? null,
    entries: month && entries ? { ...entries, month } : null,
    seesPay,
  };
}

function readMonths(accountId: string, months: readonly Month[], seesPay: boolean) {
  const run = sql();
  return run<AccountMonth[]>`
    select m.month, coalesce(a.revenue_minor, 0)::float8 as revenue_minor,
           coalesce(a.cost_of_goods_minor, 0)::float8 as cost_of_goods_minor,
           ${
             seesPay
               ? run`coalesce(c.acquisition_minor + c.compensation_minor + c.retention_minor + c.training_minor + c.turnover_minor
                       + c.productivity_minor + c.morale_minor, 0)::float8`
               : run`null::float8`
} as cost_to_serve_minor
    from unnest(${[...months]}::date[]) m (month)
    left join account_months a on a.account_id = ${accountId} and a.month = m.month
    left join account_cost_months c on c.account_id = ${accountId} and c.month = m.month
    order by m.month`;
}
