/** A company's ledgers as the documented import files, as another system would export them. */
import { createWriteStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { connectAlike, type Sql } from "../../app/db/sql.server";
import type { ImportKindName } from "../../app/modules/exchange/kinds/kind";

/** All currencies of the generated company have two decimals. */
const amount = (minor: string) => `(${minor} / 100.0)::numeric(20, 2)`;

/** Of the kinds that the panel is made of, in the order in which an empty company wants them. */
export const queries: ReadonlyArray<readonly [ImportKindName, string]> = [
  [
    "org-units",
    `with recursive tree as (
       select u.*, 0 as depth from org_units u where parent_id is null
       union all select u.*, depth + 1 from org_units u join tree t on u.parent_id = t.id)
     select u.code, u.name, p.code as parent_code from tree u left join org_units p on p.id = u.parent_id order by depth, u.code`,
  ],
  [
    "employees",
    `select e.employee_number, e.name, e.email, u.code as org_unit, s.job_title, m.employee_number as manager_number,
            e.hired_on, e.left_on, e.leave_reason, e.regretted, s.fte, ${amount("s.annual_salary_minor")} as annual_salary,
            s.currency, e.service_orientation
     from employees e
     join lateral (select * from employment_spells s where s.employee_id = e.id order by starts_on limit 1) s on true
     join org_units u on u.id = s.org_unit_id left join employees m on m.id = s.manager_id
     order by e.employee_number`,
  ],
  [
    "employment",
    `select e.employee_number, s.starts_on as "from", s.ends_on as "to", u.code as org_unit, s.job_title,
            m.employee_number as manager_number, s.fte, ${amount("s.annual_salary_minor")} as annual_salary, s.currency
     from employment_spells s join employees e on e.id = s.employee_id join org_units u on u.id = s.org_unit_id
     left join employees m on m.id = s.manager_id order by e.employee_number, s.starts_on`,
  ],
  [
    "training",
    `select e.employee_number, t.course, t.hours, t.completed_on, ${amount("t.cost_minor")} as cost, t.currency, t.score
     from training_records t join employees e on e.id = t.employee_id order by t.completed_on, e.employee_number`,
  ],
  [
    "surveys",
    `select e.employee_number, a.survey, a.answered_on, a.engagement, a.enps, a.values_alignment, a.comment
     from survey_answers a join employees e on e.id = a.employee_id order by a.answered_on, e.employee_number`,
  ],
  [
    "accounts",
    `select a.account_number, a.name, a.type, p.account_number as parent_number, a.segment, a.industry, a.region, a.country,
            a.acquired_on, a.churned_on, a.churn_reason, ${amount("a.acquisition_cost_minor")} as acquisition_cost, a.currency
     from accounts a left join accounts p on p.id = a.parent_id order by a.parent_id nulls first, a.account_number`,
  ],
  [
    "assignments",
    `select a.account_number, e.employee_number, s.role, s.share, s.starts_on as "from", s.ends_on as "to", s.end_cause
     from assignments s join accounts a on a.id = s.account_id join employees e on e.id = s.employee_id
     order by a.account_number, s.starts_on`,
  ],
  [
    "revenue",
    `select a.account_number, r.booked_on, ${amount("r.amount_minor")} as amount, r.currency,
            ${amount("r.cost_of_goods_minor")} as cost_of_goods, r.product, r.kind, r.id as external_id
     from revenue_entries r join accounts a on a.id = r.account_id order by r.booked_on, a.account_number, r.id`,
  ],
  [
    "satisfaction",
    `select a.account_number, r.kind, r.score, r.answered_on, e.employee_number, r.comment, r.id as external_id
     from satisfaction_responses r join accounts a on a.id = r.account_id left join employees e on e.id = r.employee_id
     order by r.answered_on, a.account_number, r.id`,
  ],
  [
    "cases",
    `select a.account_number, c.case_number, c.subject, c.priority,
            to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as opened_at,
            to_char(c.first_response_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as first_response_at,
            to_char(c.resolved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as resolved_at, e.employee_number
     from cases c join accounts a on a.id = c.account_id left join employees e on e.id = c.employee_id
     order by c.opened_at, c.case_number`,
  ],
];

export interface CompanyFile {
  readonly kind: ImportKindName;
  readonly path: string;
}

export async function writeCompanyFiles(sql: Sql, folder: string): Promise<CompanyFile[]> {
  const files: CompanyFile[] = [];
  for (const [kind, query] of queries) {
    const file = path.join(folder, `${kind}.csv`);
    const own = connectAlike(sql);
    try {
      const rows = await own.unsafe(`copy (${query}) to stdout (format csv, header)`).readable();
      await pipeline(rows, createWriteStream(file));
    } finally {
      await own.end({ timeout: 0 });
    }
    files.push({ kind, path: file });
  }
  return files;
}
