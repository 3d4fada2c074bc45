/** Summaries as the panel would write them, for modules that may not import it: who is where, and nothing else. */
import { sql } from "~/db/sql.server";

export async function summariseAccounts(
  accountIds: readonly string[],
  { unitId = null as string | null } = {},
): Promise<void> {
  await sql()`
    insert into account_summaries (account_id, as_of, account_number, name, type, acquired_on, status, scope_unit_id, handovers_12m,
      revenue_12m_minor, revenue_previous_12m_minor, cost_of_goods_12m_minor, csat_n_12m, csat_n_3m, csat_n_prior_9m, nps_n_12m, open_cases,
      health, risk_reasons)
    select id, current_date, account_number, name, type, acquired_on, 'customer', ${unitId}::uuid, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'unknown', '{}'
    from accounts where id = any(${[...accountIds]}::uuid[])`;
}

export async function summariseEmployees(employeeIds: readonly string[]): Promise<void> {
  await sql()`
    insert into employee_summaries (employee_id, as_of, employee_number, name, status, hired_on, left_on, org_unit_id, org_unit_name,
      job_title, training_hours_12m, accounts_owned, accounts_served, revenue_owned_12m_minor, csat_n_12m, csat_top2_n_12m, csat_sum_12m,
      nps_n_12m, nps_promoters_12m, nps_detractors_12m, account_months_12m, accounts_lost_12m)
    select e.id, current_date, e.employee_number, e.name, 'active', e.hired_on, e.left_on, s.org_unit_id, u.name, s.job_title,
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    from employees e join employment_spells s on s.employee_id = e.id join org_units u on u.id = s.org_unit_id
    where e.id = any(${[...employeeIds]}::uuid[])`;
}
