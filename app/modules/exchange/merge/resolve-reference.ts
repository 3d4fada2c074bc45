import type { ReferenceNoun } from "../kinds/kind";
import type { Reference, TableNames } from "./target";

const records: Readonly<
  Record<ReferenceNoun, { table: string; number: string; otherwise: readonly string[] }>
> = {
  account: { table: "accounts", number: "account_number", otherwise: ["name"] },
  employee: { table: "employees", number: "employee_number", otherwise: ["lower(email)", "name"] },
  unit: { table: "org_units", number: "code", otherwise: ["name"] },
};

/**
 * Which record does each number of the column mean? Other systems export a name or an address in its place: that is
 * taken where it is unmistakable.
 */
export function resolveReference(reference: Reference, names: TableNames): string[] {
  const { table, number, otherwise } = records[reference.noun];
  const target = names.reference(reference.column);
  return [
    `create unlogged table ${target} as
     select d.token, n.id
     from (select distinct "${reference.column}" as token from ${names.stage}) d
     left join ${table} n on n.${number} = d.token
     where d.token is not null`,
    `analyze ${target}`,
    ...otherwise.map((expression) => resolveOtherwise(target, table, expression)),
  ];
}

/** Runs over the whole table, but only where a token is still unknown. */
function resolveOtherwise(target: string, table: string, expression: string): string {
  const token = expression.startsWith("lower") ? "lower(r.token)" : "r.token";
  return `
    update ${target} r set id = named.id
    from (select ${expression} as name, min(id::text)::uuid as id from ${table}
          where ${expression} is not null and exists (select 1 from ${target} where id is null)
          group by 1 having count(*) = 1) named
    where r.id is null and named.name = ${token}`;
}
