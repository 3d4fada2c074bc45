import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate, monthOf } from "~/kernel/calendar";
import { type Ratio, ratio } from "~/kernel/units";
import type { Scope } from "~/modules/access/scope";
import { type Suppression, suppressGroups } from "~/modules/access/suppression";
import { type EngagementFigure, engagementOf } from "./unit-engagement.server";

/** Operational facts of people who serve accounts; never pay. Sums with their bases, so that a page can show both. */
export interface TeamFigures {
  /** Active people who serve at least one account. */
  readonly people: number;
  /** Training hours of twelve months over FTE. */
  readonly training: Ratio;
  readonly medianMonthsOnAccount: number | null;
  readonly ownedAccounts: number;
  readonly workloadZ: number | null;
  /** Changes of owner per 100 account-months, twelve whole months. */
  readonly handovers: Ratio;
}

export interface TeamComparison {
  readonly unitId: string;
  readonly unitName: string;
  /** Null where the group is so small that it would show one person's record to somebody who may not see it. */
  readonly unit: TeamFigures | null;
  readonly company: TeamFigures;
  readonly engagement: EngagementFigure;
  readonly companyEngagement: EngagementFigure;
}

interface Company {
  readonly figures: TeamFigures;
  /** Units split the company, whose figures stand beside them: a small one must not be the rest of what is shown. */
  readonly verdicts: ReadonlyMap<string, Suppression>;
}

/** The company hardly moves within minutes, and its median is read over every account. */
const keptMs = 10 * 60_000;
let kept:
  | { readonly today: CalendarDate; readonly until: number; readonly company: Promise<Company> }
  | undefined;

export async function summariseTeam(
  scope: Scope<"customers.read">,
  unitId: string,
  today: CalendarDate,
): Promise<TeamComparison | null> {
  const [[unit], figures, company, engagement] = await Promise.all([
    sql()<{ name: string }[]>`select name from org_units where id = ${unitId}`,
    selectFigures(unitId, today),
    companyNow(today),
    engagementOf(unitId, today),
  ]);
  if (!unit) return null;
  const mayNameFew = scope.all || scope.unitIds.includes(unitId);
  return {
    unitId,
    unitName: unit.name,
    unit: mayNameFew || company.verdicts.get(unitId) === "shown" ? figures : null,
    company: company.figures,
    engagement: engagement.unit,
    companyEngagement: engagement.company,
  };
}

function companyNow(today: CalendarDate): Promise<Company> {
  if (!kept || kept.today !== today || kept.until < Date.now()) {
    const company = Promise.all([selectFigures(null, today), selectSizes()]).then(([figures, sizes]) => ({
      figures,
      verdicts: suppressGroups(sizes),
    }));
    const made = { today, until: Date.now() + keptMs, company };
    kept = made;
    company.catch(() => {
      if (kept === made) kept = undefined;
    });
  }
  return kept.company;
}

/** How many people serve accounts in each unit? */
function selectSizes() {
  return sql()<{ key: string; n: number }[]>`
    select coalesce(org_unit_id::text, '') as key, count(*)::int as n
    from employee_summaries where status = 'active' and accounts_served > 0 group by 1`;
}

interface Row {
  people: number;
  hours: number;
  fte: number;
  workloadZ: number | null;
  medianMonths: number | null;
  ownedAccounts: number;
  handovers: number;
  accountMonths: number;
}

/** How do the people who serve accounts in this unit stand (or in the company): trained, busy, new to their accounts? */
async function selectFigures(unitId: string | null, today: CalendarDate): Promise<TeamFigures> {
  const db = sql();
  const thisMonth = monthOf(today);
  const ofPeople = unitId ? db`org_unit_id = ${unitId}` : db`true`;
  const ofAccounts = unitId ? db`scope_unit_id = ${unitId}` : db`true`;
  const ofMonths = unitId ? db`org_unit_id = ${unitId}` : db`true`;
  const [row] = await db<Row[]>`
    select p.people, p.hours, p.fte, p.workload_z, t.median_months, t.owned_accounts, h.handovers, h.account_months
    from (select count(*)::int as people, coalesce(sum(training_hours_12m), 0)::float8 as hours,
                 coalesce(sum(fte), 0)::float8 as fte, avg(workload_z)::float8 as workload_z
          from employee_summaries where status = 'active' and accounts_served > 0 and ${ofPeople}) p,
         (select percentile_cont(0.5) within group (order by ${today}::date - owner_since) / 30.4375 as median_months,
                 count(*)::int as owned_accounts
          from account_summaries where owner_since is not null and status = 'customer' and ${ofAccounts}) t,
         (select coalesce(sum(handovers), 0)::int as handovers, coalesce(sum(accounts_at_start), 0)::int as account_months
          from unit_customer_months
          where month >= ${addMonths(thisMonth, -12)} and month < ${thisMonth} and ${ofMonths}) h`;
  return {
    people: row!.people,
    training: ratio(row!.hours, row!.fte),
    medianMonthsOnAccount: row!.medianMonths,
    ownedAccounts: row!.ownedAccounts,
    workloadZ: row!.workloadZ,
    handovers: ratio(row!.handovers * 100, row!.accountMonths),
  };
}
