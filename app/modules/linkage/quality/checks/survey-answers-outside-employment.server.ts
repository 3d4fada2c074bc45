// Question: which survey answers were given before hiring or after leaving? Who answered when, never what.
import type { FindingsQuery } from "../findings-query.server";

export const surveyAnswersOutsideEmployment: FindingsQuery = (db) => db`
  select r.id, s.org_unit_id as unit_id, null::uuid as account_id, null as account_name, e.id as employee_id,
         e.name as employee_name, r.survey as detail, r.answered_on as day,
         case when r.answered_on < e.hired_on then e.hired_on else e.left_on end as against, null::bigint as amount_minor,
         null as currency, null::int as entries
  from survey_answers r
  join employees e on e.id = r.employee_id and (r.answered_on < e.hired_on or r.answered_on >= e.left_on)
  left join employee_summaries s on s.employee_id = e.id`;
