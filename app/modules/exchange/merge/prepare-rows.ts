import { finalValue, matchCondition, type TableNames, type Target } from "./target";

/**
 * Which rows of the file share an external id or, without one, all of their content? Hashes are compared first: they
 * are small, and mostly all differ.
 */
export function findRepeats(target: Target, names: TableNames): string[] {
  const owner = target.isAccountOwned ? "r_account_number.id" : "null::uuid";
  const join = target.isAccountOwned
    ? `join ${names.reference("account_number")} r_account_number on r_account_number.token = s.account_number`
    : "";
  const hash = target.isAccountOwned
    ? "uuid_hash_extended(r_account_number.id, hashtextextended(s.row_key, 0))"
    : "hashtextextended(s.row_key, 0)";
  const alike = `${names.repeats}_alike`;
  return [
    `create unlogged table ${alike} as
     select ${hash} as hash from ${names.stage} s ${join} group by 1 having count(*) > 1`,
    `analyze ${alike}`,
    `create unlogged table ${names.repeats} as
     with suspects as materialized (
       select s.row_no, s.row_key, ${owner} as owner from ${names.stage} s ${join}
       join ${alike} a on a.hash = ${hash})
     select row_no, repeat from (
       select row_no, (row_number() over same_key - 1)::int as repeat, count(*) over (partition by owner, row_key) as twins
       from suspects window same_key as (partition by owner, row_key order by row_no)) counted
     where twins > 1`,
    `drop table ${alike}`,
    `analyze ${names.repeats}`,
  ];
}

/**
 * What does each row of the file come to: which record is it, and what would the record hold? Account-owned rows are
 * put in the order of their accounts, so that the indexes they go into are filled from one end to the other.
 */
export function prepareRows(
  target: Target,
  staged: ReadonlySet<string>,
  names: TableNames,
  newId: (rowNo: string) => string,
): string {
  const joins = [
    ...target.references
      .filter((reference) => staged.has(reference.column))
      .map(
        ({ column }) =>
          `left join ${names.reference(column)} r_${column} on r_${column}.token = s."${column}"`,
      ),
    ...(target.joins ?? []).filter((join) => staged.has(join.needs)).map((join) => join.sql(names, newId)),
    ...(staged.has("row_key") ? [`left join ${names.repeats} d on d.row_no = s.row_no`] : []),
    `left join ${target.table} t on ${matchCondition(target, staged)}`,
  ];
  const own = target.columns.map((column) => column.name);
  const changing = target.columns.filter((column) => !column.isKey).map((column) => column.name);
  return `
    create unlogged table ${names.rows} as
    select s.row_no, coalesce(t.id, ${newId("s.row_no")}) as id, t.id as existing_id,
           ${own.map((name) => `v.${name}`).join(", ")},
           t.id is not null and (${changing.map((name) => `t.${name}`).join(", ")})
             is distinct from (${changing.map((name) => `v.${name}`).join(", ")}) as is_changed,
           false as is_touched
    from ${names.stage} s
    ${joins.join("\n    ")}
    cross join lateral (
      select ${target.columns.map((column) => `${finalValue(column, staged)} as ${column.name}`).join(", ")}) v
    ${target.isAccountOwned ? "order by v.account_id" : ""}`;
}
