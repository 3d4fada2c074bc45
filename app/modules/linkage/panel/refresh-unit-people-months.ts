import type { Statement } from "~/db/statement";
import { monthlyRates } from "./monthly-rates";
import { onConflictReplace, type PanelScope, panelValues, within } from "./panel-scope";

const categories = [
  "acquisition",
  "compensation",
  "retention",
  "training",
  "turnover",
  "productivity",
  "morale",
] as const;
const columns = [
  "org_unit_id",
  "month",
  "headcount_start",
  "headcount_end",
  "person_days",
  "fte_days",
  "hires",
  "left_voluntary",
  "left_involuntary",
  "left_retirement",
  "left_end_of_contract",
  "left_other",
  "left_unknown",
  "left_regretted",
  ...categories.map((category) => `${category}_minor`),
  "training_hours",
];

/**
 * What did each unit's staff ledger hold, month by month? "At start" is the close of the day before, so that
 * start + hires − departures ± moves is the end. Hires count in the unit of the first spell, departures in that of
 * the last; moves between units are neither. A person's cost falls to the unit of the spell it was incurred in. A month
 * of a unit without any compensation in the ledger counts contract pay by the day. Training is the ledger's category
 * plus the fees on training records.
 */
export function refreshUnitPeopleMonths(scope: PanelScope, asOf: string): Statement {
  return { text: unitPeopleMonthsText(scope), values: panelValues(scope, asOf) };
}

const minorOf = (category: string) =>
  category === "compensation"
    ? "case when coalesce(c.has_compensation, false) then c.compensation else coalesce(p.pay, 0) end"
    : category === "training"
      ? "coalesce(c.training, 0) + coalesce(t.fees, 0)"
      : `coalesce(c.${category}, 0)`;

const leavesIn = "s.is_last and s.left_on >= g.month and s.left_on < g.until";

const unitPeopleMonthsText = (scope: PanelScope) => `
with ${monthlyRates},
-- Everyone who was ever in one of the units, with all their spells: a hire is a first spell and a departure ends the last.
spells as materialized (
  select s.*, e.hired_on, e.left_on, e.leave_reason, e.regretted,
         row_number() over (partition by s.employee_id order by s.starts_on) = 1 as is_first,
         row_number() over (partition by s.employee_id order by s.starts_on desc) = 1 as is_last,
         lead(s.starts_on) over (partition by s.employee_id order by s.starts_on) as next_starts_on
  from employment_spells s join employees e on e.id = s.employee_id
  where ${scope === "all" ? "true" : "s.employee_id in (select employee_id from employment_spells where org_unit_id = any($2::uuid[]))"}),
in_units as materialized (select * from spells where ${within(scope, "org_unit_id")}),
-- Costs of people: the spell that covers the day, or else the last before it, or else the first.
person_costs as materialized (
  select s.org_unit_id, c.category, c.amount_minor, c.currency, date_trunc('month', c.incurred_on::timestamp)::date as month
  from in_units s
  join cost_entries c on c.employee_id = s.employee_id
    and (s.is_first or c.incurred_on >= s.starts_on) and (s.next_starts_on is null or c.incurred_on < s.next_starts_on)
  where c.incurred_on <= $1::date),
costs as materialized (
  select booked.org_unit_id, booked.month, bool_or(booked.category = 'compensation') as has_compensation,
         ${categories.map((category) => `coalesce(round(sum(booked.amount * r.factor) filter (where booked.category = '${category}')), 0) as ${category}`).join(",\n         ")}
  from (select org_unit_id, category, currency, month, sum(amount_minor) as amount
        from (select org_unit_id, category, amount_minor, currency, month from person_costs
              union all
              select org_unit_id, category, amount_minor, currency, date_trunc('month', incurred_on::timestamp)::date
              from cost_entries
              where org_unit_id is not null and incurred_on <= $1::date and ${within(scope, "org_unit_id")}) each_entry
        group by 1, 2, 3, 4) booked
  join monthly_rates r on r.currency = booked.currency and r.month = booked.month
  group by booked.org_unit_id, booked.month),
training as materialized (
  select s.org_unit_id, t.month, sum(t.hours) as hours, round(coalesce(sum(t.fees * r.factor), 0)) as fees
  from (select employee_id, completed_on, date_trunc('month', completed_on::timestamp)::date as month, currency, sum(hours) as hours, sum(cost_minor) as fees
        from training_records
        where completed_on <= $1::date${scope === "all" ? "" : " and employee_id = any(array(select employee_id from in_units))"}
        group by 1, 2, 3, 4) t
  join in_units s on s.employee_id = t.employee_id
    and (s.is_first or t.completed_on >= s.starts_on) and (s.next_starts_on is null or t.completed_on < s.next_starts_on)
  left join monthly_rates r on r.currency = t.currency and r.month = t.month
  group by s.org_unit_id, t.month),
bounds as materialized (
  select org_unit_id, greatest(min(first_month), (select this_month - interval '119 months' from company))::date as first_month
  from (select org_unit_id, date_trunc('month', starts_on::timestamp)::date as first_month from in_units
        union all select org_unit_id, month from costs) each_fact
  group by org_unit_id),
grid as materialized (
  select b.org_unit_id, month::date as month, (month + interval '1 month')::date as next_month,
         least((month + interval '1 month')::date, company.as_of + 1) as until
  from bounds b, company, generate_series(b.first_month::timestamp, company.this_month::timestamp, interval '1 month') month),
staff as materialized (
  select g.org_unit_id, g.month,
         count(*) filter (where s.starts_on < g.month and (s.ends_on is null or s.ends_on >= g.month)) as headcount_start,
         count(*) filter (where s.starts_on < g.until and (s.ends_on is null or s.ends_on >= g.until)) as headcount_end,
         coalesce(sum(d.days), 0) as person_days, coalesce(sum(d.days * s.fte), 0) as fte_days,
         count(*) filter (where s.is_first and s.hired_on >= g.month and s.hired_on < g.until) as hires,
         ${["voluntary", "involuntary", "retirement", "end_of_contract", "other"]
           .map(
             (reason) =>
               `count(*) filter (where ${leavesIn} and s.leave_reason = '${reason}') as left_${reason}`,
           )
           .join(",\n         ")},
         count(*) filter (where ${leavesIn} and s.leave_reason is null) as left_unknown,
         count(*) filter (where ${leavesIn} and s.regretted) as left_regretted,
         sum(round(s.annual_salary_minor * s.fte * d.days / 365.25 * r.factor)) as pay
  from grid g
  join in_units s on s.org_unit_id = g.org_unit_id and s.starts_on < g.until and (s.ends_on is null or s.ends_on >= g.month)
  cross join lateral (select greatest(0, least(coalesce(s.ends_on, g.until), g.until) - greatest(s.starts_on, g.month)) as days) d
  left join monthly_rates r on r.currency = s.currency and r.month = g.month
  group by g.org_unit_id, g.month),
fresh as materialized (
  select g.org_unit_id, g.month, coalesce(p.headcount_start, 0) as headcount_start, coalesce(p.headcount_end, 0) as headcount_end,
         coalesce(p.person_days, 0) as person_days, coalesce(p.fte_days, 0) as fte_days, coalesce(p.hires, 0) as hires,
         coalesce(p.left_voluntary, 0) as left_voluntary, coalesce(p.left_involuntary, 0) as left_involuntary,
         coalesce(p.left_retirement, 0) as left_retirement, coalesce(p.left_end_of_contract, 0) as left_end_of_contract,
         coalesce(p.left_other, 0) as left_other, coalesce(p.left_unknown, 0) as left_unknown,
         coalesce(p.left_regretted, 0) as left_regretted,
         ${categories.map((category) => `${minorOf(category)} as ${category}_minor`).join(",\n         ")},
         coalesce(t.hours, 0) as training_hours
  from grid g
  left join staff p on p.org_unit_id = g.org_unit_id and p.month = g.month
  left join costs c on c.org_unit_id = g.org_unit_id and c.month = g.month
  left join training t on t.org_unit_id = g.org_unit_id and t.month = g.month),
stale as (
  delete from unit_people_months old
  where ${within(scope, "old.org_unit_id")}
    and not exists (select 1 from fresh where fresh.org_unit_id = old.org_unit_id and fresh.month = old.month))
insert into unit_people_months (${columns.join(", ")})
select ${columns.join(", ")} from fresh
${onConflictReplace("unit_people_months", ["org_unit_id", "month"], columns)}`;
