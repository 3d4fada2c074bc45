import type { SqlFragment, SqlRunner } from "~/db/sql.server";
import { type Axis, criteria, leastMeasuredShare, type ScoreParameters } from "./score-rule";

/** Score of an axis from the points in a jsonb column: the weighted mean of the criteria that could be measured; else null. */
export function scoreOf(
  sql: SqlRunner,
  { weights }: ScoreParameters,
  axis: Axis,
  points: SqlFragment,
): SqlFragment {
  const used = criteria.filter((criterion) => criterion.axis === axis && weights[criterion.id] > 0);
  const total = used.reduce((sum, { id }) => sum + weights[id], 0);
  return sql`(
    select case when sum(c.weight) filter (where p.points is not null) >= ${leastMeasuredShare * total}::float8
           then sum(c.weight * p.points) / sum(c.weight) filter (where p.points is not null) end
    from unnest(${used.map(({ id }) => id)}::text[], ${used.map(({ id }) => weights[id])}::float8[]) as c (id, weight)
    cross join lateral (select (${points} ->> c.id)::float8 as points) p)`;
}

export function classOf(sql: SqlRunner, { cuts }: ScoreParameters, score: SqlFragment): SqlFragment {
  return sql`case when ${score} >= ${cuts.a}::float8 then 'a' when ${score} >= ${cuts.b}::float8 then 'b' when ${score} is not null then 'c' end`;
}
