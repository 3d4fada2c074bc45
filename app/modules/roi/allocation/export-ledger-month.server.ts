// Question: which rows of the ledger make up a month?
import { sql } from "~/db/sql.server";
import { addMonths, type Month } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";

export interface LedgerRow {
  readonly source: string;
  readonly category: string;
  readonly kind: string | null;
  readonly bearer: string | null;
  readonly incurredOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** Entries, training fees and acquisition costs by their own rows; contract pay that stands in has none and is not listed. */
export function listLedgerRows(_scope: Scope<"pay.read">, month: Month): Promise<LedgerRow[]> {
  const until = addMonths(month, 1);
  return sql()<LedgerRow[]>`
    select 'entries' as source, c.category::text, c.kind, coalesce(e.employee_number, o.code) as bearer, c.incurred_on, c.amount_minor, c.currency
    from cost_entries c left join employees e on e.id = c.employee_id left join org_units o on o.id = c.org_unit_id
    where c.incurred_on >= ${month} and c.incurred_on < ${until}
    union all
    select 'training_fees', 'training', t.course, e.employee_number, t.completed_on, t.cost_minor, t.currency
    from training_records t join employees e on e.id = t.employee_id
    where t.completed_on >= ${month} and t.completed_on < ${until} and t.cost_minor <> 0
    union all
    select 'account_acquisition', 'customer_acquisition', null, a.account_number, a.acquired_on, a.acquisition_cost_minor, a.currency
    from accounts a
    where a.acquired_on >= ${month} and a.acquired_on < ${until} and a.acquisition_cost_minor <> 0
    order by 1, 2, 5, 4`;
}
