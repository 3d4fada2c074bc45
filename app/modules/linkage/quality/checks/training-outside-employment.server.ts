// Question: which training was completed before hiring or after leaving?
import type { FindingsQuery } from "../findings-query.server";

export const trainingOutsideEmployment: FindingsQuery = (db) => db`
  select r.id, s.org_unit_id as unit_id, null::uuid as account_id, null as account_name, e.id as employee_id,
         e.name as employee_name, r.course as detail, r.completed_on as day,
         case when r.completed_on < e.hired_on then e.hired_on else e.left_on end as against, null::bigint as amount_minor,
         null as currency, null::int as entries
  from training_records r
  join employees e on e.id = r.employee_id and (r.completed_on < e.hired_on or r.completed_on >= e.left_on)
  left join employee_summaries s on s.employee_id = e.id`;
