import { finalValue, matchCondition, type TableNames, type Target } from "./target";

/** Set where the file's rows can be told apart by a key of their own: external ids and content keys. */
export function findRepeats(target: Target, names: TableNames): string {
  const owner = target.isAccountOwned ? "r_account_number.id" : "null::uuid";
  const join = target.isAccountOwned
    ? `join ${names.reference("account_number")} r_account_number on r_account_number.token = s.account_number`
    : "";
  return `
    create unlogged table ${names.repeats} as
    with repeated as (
      select ${owner} as owner, s.row_key from ${names.stage} s ${join} group by 1, 2 having count(*) > 1)
    select s.row_no, (row_number() over (partition by ${owner}, s.row_key order by s.row_no) - 1)::int as repeat
    from ${names.stage} s ${join}
    join repeated on repeated.owner is not distinct from ${owner} and repeated.row_key = s.row_key`;
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
