import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type AccountMonthFigures, selectAccountMonths } from "./account-months.server";
import { prepareTeamStrip, type ServedPeriod, type TeamStrip } from "./prepare-team-strip";
import { summariseTeam, type TeamComparison } from "./summarise-team.server";

export interface AccountTeam {
  readonly strip: TeamStrip;
  readonly months: readonly AccountMonthFigures[];
  readonly periods: readonly ServedPeriod[];
  readonly comparison: TeamComparison | null;
  readonly today: CalendarDate;
}

const monthCount = 36;

export async function getAccountTeam(
  scope: Scope<"customers.read">,
  accountId: string,
): Promise<AccountTeam> {
  await requireAccountInScope(sql(), scope, accountId);
  const { today } = await companyToday(sql());
  const firstMonth = addMonths(monthOf(today), 1 - monthCount);
  const [periods, [account], months] = await Promise.all([
    selectPeriods(accountId),
    sql()<{ acquiredOn: string; churnedOn: string | null; unitId: string | null }[]>`
      select acquired_on, churned_on, scope_unit_id as unit_id from account_summaries where account_id = ${accountId}`,
    selectAccountMonths(accountId, firstMonth),
  ]);
  const comparison = account?.unitId ? await summariseTeam(scope, account.unitId, today) : null;
  const { acquiredOn = today, churnedOn = null } = account ?? {};
  return {
    strip: prepareTeamStrip({ periods, acquiredOn, churnedOn, today, monthCount }),
    months,
    periods: [...periods].reverse(),
    comparison,
    today,
  };
}

/** Who served this account, ever? An end without a cause counts as a departure where the person had left by then. */
function selectPeriods(accountId: string) {
  return sql()<ServedPeriod[]>`
    select a.id, a.employee_id, e.name as employee_name, a.role::text as role, a.share::float8 as share, a.starts_on, a.ends_on,
           coalesce(a.end_cause::text, case when e.left_on <= a.ends_on then 'departure' end) as end_cause
    from assignments a join employees e on e.id = a.employee_id
    where a.account_id = ${accountId}
    order by a.starts_on, a.id
    limit 500`;
}
