// Question: what is each present customer worth, what could it be worth, and how loyal is it?
import type { Sql, SqlTransaction } from "~/db/sql.server";
import { addDays, addMonths, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { ruleInForce } from "./list-score-rules.server";
import { attitudeSteps, favourableAttitude, keptBehaviour, loyaltyWindowDays } from "./loyalty";
import { classOf, scoreOf } from "./score-sql";

/** Peers below this number say too little about what an account could buy. */
export const fewestPeers = 20;
/** Weight, in accounts, of the company's penetration against that of an account's peers. */
export const priorAccounts = 10;

/**
 * Points: revenue, margin and potential by rank among all customers; growth from −20 % (0) to +20 % (100) a year; satisfaction
 * from CSAT 3 (0) to 5 (100); loyalty by stage in steps of 25. Payment has no data yet and gets none.
 *
 * Cross-selling is the best single product not bought in twelve months: share of peers (same segment and region) who buy it,
 * drawn towards the company's share, times the margin buyers bring; products may exclude each other, so they are not summed.
 * Up-selling is the distance to the upper quartile of the peers' margin.
 */
export async function refreshAccountScores(sql: Sql): Promise<void> {
  const { today } = await companyToday(sql);
  const until = monthOf(today);
  const rule = await ruleInForce(sql);
  await sql.begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await tx`set local work_mem = '64MB'`;
    await tx`
      create temp table score_facts on commit drop as
      select s.account_id, coalesce(s.segment, '') || '|' || coalesce(s.region, '') as peers, s.acquired_on,
             m.revenue, m.margin, m.revenue_before, m.half, m.half_before, s.csat_mean_12m::float8 as csat
      from account_summaries s
      left join lateral (
        select sum(revenue_minor) filter (where month >= ${addMonths(until, -12)})::float8 as revenue,
               sum(revenue_minor - cost_of_goods_minor) filter (where month >= ${addMonths(until, -12)})::float8 as margin,
               sum(revenue_minor) filter (where month < ${addMonths(until, -12)})::float8 as revenue_before,
               sum(revenue_minor) filter (where month >= ${addMonths(until, -6)})::float8 as half,
               sum(revenue_minor) filter (where month >= ${addMonths(until, -12)} and month < ${addMonths(until, -6)})::float8 as half_before
        from account_months m
        where m.account_id = s.account_id and m.month >= ${addMonths(until, -24)} and m.month < ${until}) m on true
      where s.status = 'customer'`;
    await tx`analyze score_facts`;
    await tx`
      create temp table score_products on commit drop as
      with bought as (
        select r.account_id, r.product, sum(r.amount_minor)::float8 as amount
        from revenue_entries r
        where r.product is not null and r.booked_on >= ${addMonths(until, -12)} and r.booked_on < ${until}
        group by 1, 2 having sum(r.amount_minor) > 0),
      known as (select product from bought group by product having count(*) >= ${fewestPeers} order by sum(amount) desc limit 30),
      -- In the account's own currency until here: its margin in the reporting currency is divided by amounts.
      owned as (
        select b.account_id, b.product, f.peers, f.margin * b.amount / sum(b.amount) over (partition by b.account_id) as margin
        from bought b join score_facts f on f.account_id = b.account_id),
      sizes as (select peers, count(*)::float8 as accounts from score_facts group by peers),
      company as (
        select product, count(*)::float8 / (select count(*) from score_facts) as penetration, avg(margin) as margin
        from owned where product in (select product from known) group by product),
      among as (select peers, product, count(*)::float8 as buyers, avg(margin) as margin from owned group by peers, product)
      select s.peers, c.product, s.accounts,
             (coalesce(a.buyers, 0) + ${priorAccounts} * c.penetration) / (s.accounts + ${priorAccounts}) as probability,
             case when a.buyers >= 5 then a.margin else c.margin end as margin
      from sizes s cross join company c
      left join among a on a.peers = s.peers and a.product = c.product
      where s.accounts >= ${fewestPeers}`;
    await tx`
      create temp table score_potential on commit drop as
      with owned as (
        select distinct account_id, product from revenue_entries
        where product is not null and booked_on >= ${addMonths(until, -12)} and booked_on < ${until}),
      best as (
        select distinct on (f.account_id) f.account_id, p.product, p.probability * p.margin as value,
               p.margin * 1.959964 * sqrt(p.probability * (1 - p.probability) / (p.accounts + ${priorAccounts})) as error
        from score_facts f
        join score_products p on p.peers = f.peers
        where not exists (select 1 from owned o where o.account_id = f.account_id and o.product = p.product)
          and exists (select 1 from owned o where o.account_id = f.account_id) and p.margin > 0
        order by f.account_id, p.probability * p.margin desc, p.product),
      upper_quartile as (
        select peers, count(*)::int as accounts, percentile_cont(0.75) within group (order by margin) as margin
        from score_facts where margin is not null group by peers having count(*) >= ${fewestPeers})
      select f.account_id, b.product as cross_product, b.value as cross_value, case when b.value is not null then greatest(0, b.value - b.error) end as cross_lower,
             b.value + b.error as cross_upper, u.accounts as up_peers, case when u.margin is not null and f.margin is not null then greatest(0, u.margin - f.margin) end as up_value
      from score_facts f
      left join best b on b.account_id = f.account_id
      left join upper_quartile u on u.peers = f.peers`;
    await tx`delete from account_scores`;
    await tx`
      insert into account_scores (account_id, as_of, rule_version, current_score, potential_score, current_class, potential_class, points,
        measured_weight, cross_sell_minor, cross_sell_lower_minor, cross_sell_upper_minor, cross_sell_product, up_sell_minor, up_sell_peers,
        loyalty_stage, loyalty_type, loyalty_survey_on, loyalty_behaviour_on)
      with said as (
        select account_id, max(answered_on) as answered_on,
               avg(case kind when 'csat' then (score - 1) / 4.0 when 'nps' then score / 10.0 else (score - 1) / 6.0 end)::float8 as attitude
        from satisfaction_responses
        where answered_on > ${addDays(today, -loyaltyWindowDays)} and answered_on <= ${today}
        group by account_id),
      loyal as (
        select f.account_id, s.answered_on, s.attitude,
               case when f.half > 0 and f.half_before > 0 and f.acquired_on < ${addMonths(until, -12)} then f.half / f.half_before
                    when f.half = 0 and f.half_before > 0 then 0 end as behaviour
        from score_facts f left join said s on s.account_id = f.account_id),
      staged as (
        select account_id, attitude, behaviour, answered_on,
               case when attitude is null or behaviour is null then 'unknown'
                    when attitude >= ${attitudeSteps.conative} then case when behaviour >= ${keptBehaviour} then 'action' else 'conative' end
                    when attitude >= ${attitudeSteps.affective} then 'affective'
                    when attitude >= ${attitudeSteps.cognitive} then 'cognitive' else 'none' end as stage,
               case when attitude is null or behaviour is null then 'unknown'
                    when attitude >= ${favourableAttitude} then case when behaviour >= ${keptBehaviour} then 'true' else 'latent' end
                    when behaviour >= ${keptBehaviour} then 'spurious' else 'none' end as type
        from loyal),
      ranked as (
        select f.account_id, 100 * percent_rank() over (partition by f.revenue is null order by f.revenue) as revenue,
               100 * percent_rank() over (partition by f.margin is null order by f.margin) as margin,
               100 * percent_rank() over (partition by p.up_value is null and p.cross_value is null
                 order by coalesce(p.cross_value, 0) + coalesce(p.up_value, 0)) as potential
        from score_facts f join score_potential p on p.account_id = f.account_id),
      pointed as (
        select f.account_id, p.cross_product, p.cross_value, p.cross_lower, p.cross_upper, p.up_peers, p.up_value, l.stage, l.type, l.answered_on, l.behaviour,
               jsonb_build_object(
                 'revenue', case when f.revenue is not null then r.revenue end,
                 'margin', case when f.margin is not null then r.margin end,
                 -- least() and greatest() pass over nulls: without an answer there are no points, not 0.
                 'satisfaction', case when f.csat is not null then least(100, greatest(0, (f.csat - 3) * 50)) end,
                 'loyalty', case l.stage when 'action' then 100 when 'conative' then 75 when 'affective' then 50 when 'cognitive' then 25 when 'none' then 0 end,
                 'payment', null,
                 'growth', case when f.revenue_before > 0 and f.acquired_on < ${addMonths(until, -24)}
                             then least(100, greatest(0, 50 + 250 * (f.revenue / f.revenue_before - 1))) end,
                 'potential', case when p.up_value is not null or p.cross_value is not null then r.potential end) as points
        from score_facts f
        join score_potential p using (account_id)
        join staged l using (account_id)
        join ranked r using (account_id)),
      scored as (
        select pointed.*, ${scoreOf(tx, rule.parameters, "current", tx`pointed.points`)} as current_score,
               ${scoreOf(tx, rule.parameters, "potential", tx`pointed.points`)} as potential_score
        from pointed)
      select account_id, ${addDays(until, -1)}, ${rule.version}, current_score, potential_score,
             ${classOf(tx, rule.parameters, tx`current_score`)}, ${classOf(tx, rule.parameters, tx`potential_score`)},
             points, (select count(*) from jsonb_each(points) e where e.value <> 'null') / 7.0,
             round(cross_value), round(cross_lower), round(cross_upper), cross_product, round(up_value), coalesce(up_peers, 0),
             stage, type, answered_on, case when behaviour is not null then ${addDays(until, -1)}::date end
      from scored`;
  });
}
