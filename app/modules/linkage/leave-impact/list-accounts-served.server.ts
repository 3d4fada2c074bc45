import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export interface ServedAccount {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly role: "owner" | "sales" | "service" | "support" | "specialist";
  readonly share: number | null;
  readonly startsOn: CalendarDate;
  readonly revenueMinor: string;
  /** Revenue less cost of goods, over the same twelve months. */
  readonly marginMinor: string;
  readonly csatMean: number | null;
  readonly csatN: number;
  readonly health: string;
  /** Who else serves the account today, the one with the largest share; null where nobody does. */
  readonly other: { readonly name: string; readonly role: string; readonly share: number | null } | null;
}

const most = 500;

/** Which accounts did this person serve on that day, what do they bring in, and who else is on them today? */
export async function listAccountsServed(
  scope: Scope<"customers.read" | "leaving.impact">,
  employeeId: string,
  { onDay, today }: { onDay: CalendarDate; today: CalendarDate },
): Promise<ServedAccount[]> {
  const db = sql();
  const rows = await db<Row[]>`
    select s.account_id as id, s.account_number as number, s.name, mine.role::text as role, mine.share, mine.starts_on,
           s.revenue_12m_minor as revenue_minor, s.revenue_12m_minor - s.cost_of_goods_12m_minor as margin_minor, s.csat_mean_12m as csat_mean, s.csat_n_12m as csat_n, s.health,
           other.name as other_name, other.role as other_role, other.share as other_share
    from (
      select distinct on (account_id) account_id, role, share, starts_on from assignments
      where employee_id = ${employeeId} and starts_on <= ${onDay}::date and (ends_on is null or ends_on > ${onDay}::date)
      order by account_id, role, starts_on) mine
    join account_summaries s on s.account_id = mine.account_id
    left join lateral (
      select e.name, d.role::text as role, d.share from assignments d join employees e on e.id = d.employee_id
      where d.account_id = mine.account_id and d.employee_id <> ${employeeId}
        and d.starts_on <= ${today}::date and (d.ends_on is null or d.ends_on > ${today}::date)
        and (e.left_on is null or e.left_on > ${today}::date)
      order by d.role, d.share desc nulls last, e.name limit 1) other on true
    where (s.churned_on is null or s.churned_on > ${onDay}::date) and s.status <> 'archived'
      and ${accountsInScope(db, scope)}
    order by s.revenue_12m_minor desc, s.account_id limit ${most}`;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    role: row.role,
    share: row.share === null ? null : Number(row.share),
    startsOn: row.startsOn,
    revenueMinor: row.revenueMinor.toString(),
    marginMinor: row.marginMinor.toString(),
    csatMean: row.csatMean === null ? null : Number(row.csatMean),
    csatN: row.csatN,
    health: row.health,
    other: row.otherName
      ? {
          name: row.otherName,
          role: row.otherRole ?? "",
          share: row.otherShare === null ? null : Number(row.otherShare),
        }
      : null,
  }));
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly role: ServedAccount["role"];
  readonly share: string | null;
  readonly startsOn: string;
  readonly revenueMinor: bigint;
  readonly marginMinor: bigint;
  readonly csatMean: string | null;
  readonly csatN: number;
  readonly health: string;
  readonly otherName: string | null;
  readonly otherRole: string | null;
  readonly otherShare: string | null;
}
