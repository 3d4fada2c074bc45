import type { Reference, TargetColumn, TargetJoin } from "./target";

export const copied = (name: string, type?: string): TargetColumn => ({
  name,
  from: name,
  value: type ? `s.${name}::${type}` : `s.${name}`,
});
export const key = (column: TargetColumn): TargetColumn => ({ ...column, isKey: true });
export const renamed = (name: string, from: string): TargetColumn => ({ name, from, value: `s.${from}` });
export const linked = (name: string, from: string): TargetColumn => ({ name, from, value: `r_${from}.id` });

export const currency = (moneyColumn: string): TargetColumn => ({
  name: "currency",
  from: moneyColumn,
  value: "s.currency",
});

export const employee: Reference = { column: "employee_number", noun: "employee" };
export const employeeId = linked("employee_id", "employee_number");
export const employeeRollup = [{ kind: "employee", key: "p.employee_id" }] as const;

/** Rows without an external id of their own are known by their content and, where equal rows repeat, by their count. */
export const externalId: TargetColumn = {
  name: "external_id",
  from: "row_key",
  value:
    "case when length(s.row_key) = 25 and s.row_key like 'auto:%' then s.row_key || ':' || coalesce(d.repeat, 0) else s.row_key end",
  isKey: true,
};

/** The parent with this number: recorded already, or another row of the file. */
export const parentJoin = (table: string, number: string, parent: string): TargetJoin => ({
  needs: parent,
  sql: (names, newId) => `
    left join ${table} parent on parent.${number} = s.${parent}
    left join (select ${number}, ${newId("min(row_no)")} as id from ${names.stage} group by ${number}) parent_row
      on parent_row.${number} = s.${parent}`,
});
