/**
 * CTE `handover_months`, over `handover_rows` and `months`: each account and month (`number`) from its first handover on, with the
 * last handover, the last one after a departure, and how many there were in twelve months. Of several in one month the
 * latest day counts. A departure is a whole number that says both its month and whether the successor was a new hire, so
 * that the greatest is the last.
 */
export const panelHandovers = `
handed as materialized (
  select h.account_id, m.number, count(*) as n, (array_agg(h.cause order by h.handed_on desc))[1] as cause,
         (array_agg(h.to_new_hire order by h.handed_on desc))[1] as to_new_hire,
         m.number * 2 + (array_agg(h.to_new_hire::int order by h.handed_on desc) filter (where h.after_departure))[1] as departure
  from handover_rows h
  join months m on m.month = date_trunc('month', h.handed_on::timestamp)::date
  group by h.account_id, m.number),
handover_months as materialized (
  select s.account_id, each_month.number, s.number as handed_in, s.cause, s.to_new_hire,
         s.departure / 2 as departed_in, s.departure % 2 = 1 as is_departure_to_new_hire,
         sum(case when each_month.number = s.number then s.n else 0 end) over (
           partition by s.account_id order by each_month.number range between 11 preceding and current row) as n_12m
  from (select account_id, number, n, cause, to_new_hire, max(departure) over until_then as departure,
               lead(number) over until_then as next_number
        from handed window until_then as (partition by account_id order by number)) s
  cross join lateral generate_series(s.number, coalesce(s.next_number - 1, (select max(number) from months))) as each_month (number))`;
