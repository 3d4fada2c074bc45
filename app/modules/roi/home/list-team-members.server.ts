// Question: do the members with less training, shorter tenure or more load also have the less satisfied accounts?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type EngagementFigure, engagementOf } from "~/modules/linkage/account-page/unit-engagement.server";

export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly hiredOn: CalendarDate;
  readonly trainingHours12m: number;
  readonly workloadZ: number | null;
  readonly csatN: number;
  readonly csatTop2N: number;
  readonly npsN: number;
  readonly npsPromoters: number;
  readonly npsDetractors: number;
  readonly accountMonths: number;
  readonly accountsLost: number;
}

export interface Team {
  readonly unitId: string;
  readonly unitName: string;
  readonly engagement: EngagementFigure;
  readonly members: readonly TeamMember[];
}

const mostMembers = 60;

/** The people in scope who serve accounts, by unit; what surveys say comes per unit and only above the limit. */
export async function listTeams(
  scope: Scope<"home.sales">,
  today: CalendarDate,
): Promise<{ teams: Team[]; left: number }> {
  const run = sql();
  const rows = await run<(TeamMember & { total: number })[]>`
    select e.employee_id as id, e.name, e.org_unit_id as unit_id, e.org_unit_name as unit_name, e.hired_on,
           e.training_hours_12m::float8 as "trainingHours12m", e.workload_z::float8 as workload_z,
           e.csat_n_12m as csat_n, e.csat_top2_n_12m as "csatTop2N", e.nps_n_12m as nps_n, e.nps_promoters_12m as nps_promoters,
           e.nps_detractors_12m as nps_detractors, e.account_months_12m as account_months, e.accounts_lost_12m as accounts_lost,
           count(*) over ()::int as total
    from employee_summaries e
    where e.status = 'active' and e.accounts_owned > 0 and e.org_unit_id is not null and ${employeesInScope(run, scope)}
    order by e.org_unit_name, e.org_unit_id, e.name, e.employee_id limit ${mostMembers}`;
  const unitIds = [...new Set(rows.map((row) => row.unitId))];
  const teams = await Promise.all(
    unitIds.map(async (unitId) => {
      const members = rows.filter((row) => row.unitId === unitId);
      const { unit } = await engagementOf(unitId, today);
      return { unitId, unitName: members[0]?.unitName ?? "", engagement: unit, members };
    }),
  );
  return { teams, left: (rows[0]?.total ?? 0) - rows.length };
}
