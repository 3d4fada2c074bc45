// Question: which entries is an account's revenue of a month the sum of, and at which rate?
import { sql } from "~/db/sql.server";
import { addMonths, type Month } from "~/kernel/calendar";
import { minorDigits } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { monthlyRates } from "~/modules/linkage/panel/monthly-rates";

export interface RevenueEntry {
  readonly id: string;
  readonly bookedOn: string;
  readonly product: string | null;
  readonly kind: "recurring" | "one_off";
  readonly currency: string;
  readonly amountMinor: number;
  readonly costOfGoodsMinor: number | null;
}

/** Entries of one currency, converted as one sum and rounded once: what the month holds. */
export interface ConvertedCurrency {
  readonly currency: string;
  readonly originalMinor: number;
  readonly originalCostMinor: number;
  /** Null where the currency has no rate at all: it is left out. */
  readonly rate: number | null;
  readonly amountMinor: number | null;
  readonly costOfGoodsMinor: number | null;
}

export interface RevenueEntries {
  readonly rows: readonly RevenueEntry[];
  readonly currencies: readonly ConvertedCurrency[];
}

export async function listRevenueEntries(
  _scope: Scope<"roi.read">,
  accountId: string,
  month: Month,
): Promise<RevenueEntries> {
  const until = addMonths(month, 1);
  const { reportingCurrency } = await companyToday(sql());
  const [rows, sums] = await Promise.all([
    sql()<RevenueEntry[]>`
      select id, booked_on, product, kind::text, currency, amount_minor::float8 as amount_minor,
             cost_of_goods_minor::float8 as cost_of_goods_minor
      from revenue_entries where account_id = ${accountId} and booked_on >= ${month} and booked_on < ${until}
      order by booked_on, id`,
    sql().unsafe<(Omit<ConvertedCurrency, "rate"> & { factor: number | null })[]>(
      `with ${monthlyRates},
       booked as (
         select currency, sum(amount_minor) as amount, coalesce(sum(cost_of_goods_minor), 0) as cost from revenue_entries
         where account_id = $2::uuid and booked_on >= $3::date and booked_on < $4::date group by currency)
       select b.currency, b.amount::float8 as original_minor, b.cost::float8 as original_cost_minor,
              r.factor::float8 as factor,
              round(b.amount * r.factor)::float8 as amount_minor, round(b.cost * r.factor)::float8 as cost_of_goods_minor
       from booked b left join monthly_rates r on r.currency = b.currency and r.month = $3::date
       order by b.currency`,
      [month, accountId, month, until] as never[],
    ),
  ]);
  const currencies = sums.map(({ factor, ...sum }) => ({
    ...sum,
    // The factor is between minor units; a rate is between whole ones.
    rate:
      factor === null ? null : factor * 10 ** (minorDigits(sum.currency) - minorDigits(reportingCurrency)),
  }));
  return { rows, currencies };
}
