import type { Statement } from "~/db/statement";
import { handoverRows } from "./handover-rows";
import { healthSql } from "./health";
import { monthlyRates } from "./monthly-rates";
import { onConflictReplace, type PanelScope, panelValues, within } from "./panel-scope";

const columns = [
  "account_id",
  "as_of",
  "account_number",
  "name",
  "type",
  "segment",
  "industry",
  "region",
  "country",
  "acquired_on",
  "churned_on",
  "status",
  "scope_unit_id",
  "owner_id",
  "owner_name",
  "owner_since",
  "unowned_since",
  "handovers_12m",
  "last_handover_on",
  "revenue_12m_minor",
  "revenue_previous_12m_minor",
  "cost_of_goods_12m_minor",
  "csat_n_12m",
  "csat_mean_12m",
  "csat_n_3m",
  "csat_mean_3m",
  "csat_n_prior_9m",
  "csat_mean_prior_9m",
  "nps_n_12m",
  "nps_12m",
  "open_cases",
  "last_contact_at",
  "health",
  "risk_reasons",
];

/**
 * Where does each account stand on the as-of date: whose is it, what did the last twelve months bring, and why should
 * one look at it? Twelve months are the year up to and with that day: (as of − 1 year, as of]. Reads the ledgers and the
 * owners' workload in employee_summaries.
 */
export function refreshAccountSummaries(scope: PanelScope, asOf: string): Statement {
  return { text: accountSummariesText(scope), values: panelValues(scope, asOf) };
}

const accountSummariesText = (scope: PanelScope) => `
with ${monthlyRates},
instants as materialized (
  select *, ((as_of + 1)::timestamp at time zone time_zone) as until from company),
${handoverRows(scope)},
-- The present owner first, then the last one, then the next one.
latest_owner as materialized (
  select distinct on (o.account_id) o.account_id, o.employee_id, o.starts_on, o.ends_on, e.name, e.hired_on,
         o.starts_on <= $1::date and (o.ends_on is null or o.ends_on > $1::date) as is_present
  from owners o join employees e on e.id = o.employee_id
  order by o.account_id,
    case when o.starts_on > $1::date then 2 when o.ends_on <= $1::date then 1 else 0 end,
    case when o.starts_on > $1::date then o.starts_on - $1::date when o.ends_on <= $1::date then $1::date - o.ends_on else 0 end,
    o.share desc nulls last, o.starts_on desc, o.id),
-- One person may have owned it in several stretches with other shares: since when without a break?
owner_starts as materialized (
  select l.account_id, min(o.starts_on) as since
  from latest_owner l
  join owners o on o.account_id = l.account_id and o.employee_id = l.employee_id and o.starts_on <= l.starts_on
  where l.is_present and not exists (
    select 1 from owners other where other.account_id = l.account_id and other.employee_id <> l.employee_id
      and other.starts_on > o.starts_on and other.starts_on < l.starts_on)
  group by l.account_id),
unit_of as materialized (
  select distinct on (s.employee_id) s.employee_id, s.org_unit_id
  from employment_spells s
  where s.employee_id in (select employee_id from latest_owner)
  order by s.employee_id, s.starts_on > $1::date, s.starts_on desc),
handed as materialized (
  select account_id, max(handed_on) as last_handover_on,
         count(*) filter (where handed_on > $1::date - interval '1 year') as n_12m
  from handover_rows group by account_id),
money as materialized (
  select b.account_id, sum(round(b.amount * r.factor)) filter (where b.is_last_year) as revenue,
         sum(round(b.amount * r.factor)) filter (where not b.is_last_year) as previous,
         sum(round(b.cost_of_goods * r.factor)) filter (where b.is_last_year) as cost_of_goods
  from (select account_id, currency, date_trunc('month', booked_on::timestamp)::date as month,
               booked_on > $1::date - interval '1 year' as is_last_year,
               sum(amount_minor) as amount, coalesce(sum(cost_of_goods_minor), 0) as cost_of_goods
        from revenue_entries
        where booked_on > $1::date - interval '2 years' and booked_on <= $1::date and ${within(scope, "account_id")}
        group by 1, 2, 3, 4) b
  join monthly_rates r on r.currency = b.currency and r.month = b.month
  group by b.account_id),
answers as materialized (
  select account_id,
         count(*) filter (where kind = 'csat') as n_12m, avg(score) filter (where kind = 'csat') as mean_12m,
         count(*) filter (where kind = 'csat' and is_recent) as n_3m,
         avg(score) filter (where kind = 'csat' and is_recent) as mean_3m,
         count(*) filter (where kind = 'csat' and not is_recent) as n_prior_9m,
         avg(score) filter (where kind = 'csat' and not is_recent) as mean_prior_9m,
         count(*) filter (where kind = 'nps') as nps_n,
         100.0 * (count(*) filter (where kind = 'nps' and score >= 9) - count(*) filter (where kind = 'nps' and score <= 6))
           / nullif(count(*) filter (where kind = 'nps'), 0) as nps
  from (select account_id, kind, score, answered_on > $1::date - interval '3 months' as is_recent
        from satisfaction_responses
        where answered_on > $1::date - interval '1 year' and answered_on <= $1::date and ${within(scope, "account_id")}) dated
  group by account_id),
open_cases as materialized (
  select c.account_id, count(*) as n, count(*) filter (where ${healthSql.isOverdue}) as overdue
  from cases c, instants company
  where c.opened_at < company.until and (c.resolved_at is null or c.resolved_at >= company.until)
    and ${within(scope, "c.account_id")}
  group by c.account_id),
last_contact as materialized (
  select account_id, max(occurred_at) as at
  from interactions, instants company
  where occurred_at < company.until and ${within(scope, "account_id")}
  group by account_id),
facts as (
  select a.id as account_id, $1::date as as_of, a.account_number, a.name, a.type, a.segment, a.industry, a.region, a.country,
         a.acquired_on, a.churned_on,
         case when a.archived_at is not null then 'archived' when a.churned_on <= $1::date then 'lost' else 'customer' end as status,
         u.org_unit_id as scope_unit_id,
         case when o.is_present then o.employee_id end as owner_id, case when o.is_present then o.name end as owner_name,
         case when o.is_present then coalesce(since.since, o.starts_on) end as owner_since,
         case when o.is_present then o.hired_on end as owner_hired_on,
         case when o.is_present then w.workload_z end as owner_workload_z,
         case when o.is_present or a.archived_at is not null or a.churned_on <= $1::date then null
              when o.ends_on <= $1::date then o.ends_on else a.acquired_on end as unowned_since,
         coalesce(h.n_12m, 0) as handovers_12m, h.last_handover_on,
         coalesce(m.revenue, 0)::bigint as revenue_12m_minor, coalesce(m.previous, 0)::bigint as revenue_previous_12m_minor,
         coalesce(m.cost_of_goods, 0)::bigint as cost_of_goods_12m_minor,
         coalesce(s.n_12m, 0) as csat_n_12m, s.mean_12m as csat_mean_12m, coalesce(s.n_3m, 0) as csat_n_3m,
         s.mean_3m as csat_mean_3m, coalesce(s.n_prior_9m, 0) as csat_n_prior_9m, s.mean_prior_9m as csat_mean_prior_9m,
         coalesce(s.nps_n, 0) as nps_n_12m, s.nps as nps_12m,
         coalesce(c.n, 0) as open_cases, coalesce(c.overdue, 0) as overdue_cases, i.at as last_contact_at,
         coalesce((i.at at time zone company.time_zone)::date, a.acquired_on) as last_contact_on
  from accounts a
  cross join company
  left join latest_owner o on o.account_id = a.id
  left join owner_starts since on since.account_id = a.id
  left join unit_of u on u.employee_id = o.employee_id
  left join employee_summaries w on w.employee_id = o.employee_id
  left join handed h on h.account_id = a.id
  left join money m on m.account_id = a.id
  left join answers s on s.account_id = a.id
  left join open_cases c on c.account_id = a.id
  left join last_contact i on i.account_id = a.id
  where ${within(scope, "a.id")}),
judged as (
  select f.*, case when f.status = 'customer' then ${healthSql.reasons} else '{}'::text[] end as reasons from facts f),
stale as (
  delete from account_summaries old
  where ${within(scope, "old.account_id")} and not exists (select 1 from accounts where accounts.id = old.account_id))
insert into account_summaries (${columns.join(", ")})
select ${columns.map((column) => (column === "health" ? healthSql.health : column === "risk_reasons" ? "reasons" : column)).join(", ")}
from judged
${onConflictReplace("account_summaries", ["account_id"], columns)}`;
