import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { requireAccountInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { selectAccountMonths } from "./account-months.server";
import { type AccountMonths, prepareAccountMonths } from "./prepare-account-months";
import { prepareTeamStrip, type ServedPeriod, type TeamStrip } from "./prepare-team-strip";
import { summariseTeam, type TeamComparison } from "./summarise-team.server";

/** Whether the reader may open the person's own page. */
export interface ListedPeriod extends ServedPeriod {
  readonly isInReach: boolean;
}

export interface AccountTeam {
  readonly strip: TeamStrip;
  readonly months: AccountMonths;
  /** Latest first. */
  readonly periods: readonly ListedPeriod[];
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
  const [periods, [account], figures] = await Promise.all([
    selectPeriods(scope, accountId),
    sql()<{ acquiredOn: string; churnedOn: string | null; unitId: string | null }[]>`
      select acquired_on, churned_on, scope_unit_id as unit_id from account_summaries where account_id = ${accountId}`,
    selectAccountMonths(accountId, firstMonth),
  ]);
  const comparison = account?.unitId ? await summariseTeam(scope, account.unitId, today) : null;
  const { acquiredOn = today, churnedOn = null } = account ?? {};
  return {
    strip: prepareTeamStrip({ periods, acquiredOn, churnedOn, today, monthCount }),
    months: prepareAccountMonths(figures, today, monthCount),
    periods: [...periods].reverse(),
    comparison,
    today,
  };
}

/** Who served this account, ever? An end without a cause counts as a departure where the person had left by then. */
function selectPeriods(scope: Scope<"customers.read">, accountId: string) {
  const db = sql();
  const unitOfPerson = db`(
    select org_unit_id from employment_spells s where s.employee_id = e.id order by s.starts_on desc limit 1)`;
  return db<ListedPeriod[]>`
    select a.id, a.employee_id, e.name as employee_name, a.role::text as role, a.share::float8 as share, a.starts_on, a.ends_on,
           coalesce(a.end_cause::text, case when e.left_on <= a.ends_on then 'departure' end) as end_cause,
           coalesce(${scope.all} or e.id = ${scope.ownEmployeeId}::uuid
                    or ${unitOfPerson} = any(${[...scope.unitIds]}::uuid[]), false) as is_in_reach
    from assignments a join employees e on e.id = a.employee_id
    where a.account_id = ${accountId}
    order by a.starts_on, a.id
    limit 500`;
}
