import { monthlyRates } from "~/modules/linkage/panel/monthly-rates";

/**
 * CTE `cost_rows` over the dates $2 (included) to $3 (not): every row that a programme's cost can be made of, in the
 * reporting currency, with whom it was spent on. One statement, so that sums and the rows behind them cannot differ.
 * $4: mean pay of an hour in minor units, null where it is not known; then the time in training has no row.
 */
export const programmeCostRows = `
  ${monthlyRates},
  reach_of_person as materialized (
    select employee_id, bool_or(role = 'owner') as is_owner from assignments
    where starts_on < $3::date and (ends_on is null or ends_on > $2::date) group by employee_id),
  reach_of_unit as materialized (
    select s.org_unit_id, bool_or(r.is_owner) as is_owner from employment_spells s join reach_of_person r using (employee_id)
    where s.starts_on < $3::date and (s.ends_on is null or s.ends_on > $2::date) group by s.org_unit_id),
  cost_rows as (
    select 'entry' as source, c.id, c.category::text as category, c.kind, c.incurred_on as on_day, c.currency,
           c.amount_minor as original_minor, round(c.amount_minor * rate.factor)::bigint as amount_minor,
           case when coalesce(p.is_owner, u.is_owner) then 'owner' when coalesce(p.is_owner, u.is_owner) is null then 'none' else 'server' end as reach,
           c.employee_id, c.org_unit_id, null::numeric as hours
    from cost_entries c
    left join reach_of_person p on p.employee_id = c.employee_id
    left join reach_of_unit u on u.org_unit_id = c.org_unit_id
    left join monthly_rates rate on rate.currency = c.currency and rate.month = date_trunc('month', c.incurred_on)::date
    where c.incurred_on >= $2::date and c.incurred_on < $3::date
    union all
    select 'course', t.id, 'training', t.course, t.completed_on, t.currency, t.cost_minor,
           round(t.cost_minor * rate.factor)::bigint,
           case when p.is_owner then 'owner' when p.is_owner is null then 'none' else 'server' end,
           t.employee_id, null, t.hours
    from training_records t
    left join reach_of_person p on p.employee_id = t.employee_id
    left join monthly_rates rate on rate.currency = t.currency and rate.month = date_trunc('month', t.completed_on)::date
    where t.completed_on >= $2::date and t.completed_on < $3::date and t.cost_minor is not null and t.cost_minor <> 0
    union all
    select 'time', t.id, 'training', null, t.completed_on, company.currency, round(t.hours * $4::numeric)::bigint,
           round(t.hours * $4::numeric)::bigint,
           case when p.is_owner then 'owner' when p.is_owner is null then 'none' else 'server' end,
           t.employee_id, null, t.hours
    from training_records t cross join company
    left join reach_of_person p on p.employee_id = t.employee_id
    where t.completed_on >= $2::date and t.completed_on < $3::date and t.hours > 0 and $4::numeric is not null)`;
