import { spellColumns } from "./people-targets";
import { finalValue, newIdExpression, type TableNames } from "./target";

/** The spell a row of `employees` makes or, where it is the only one, brings up to date. */
export function prepareSpells(staged: ReadonlySet<string>, names: TableNames, spellUuid: string): string[] {
  const newId = newIdExpression(spellUuid);
  const manager = staged.has("manager_number");
  const own = ["starts_on", "ends_on", ...spellColumns.map((column) => column.name)];
  return [
    ...(manager
      ? [
          `update ${names.reference("manager_number")} r set id = p.id
           from ${names.rows} p where r.id is null and p.employee_number = r.token`,
        ]
      : []),
    `create unlogged table ${names.spells} as
     select p.row_no, p.id as employee_id, coalesce(t.id, ${newId("p.row_no")}) as id, t.id as existing_id,
            coalesce(recorded.spells, 0) as spells, recorded.first_day,
            ${own.map((name) => `v.${name}`).join(", ")},
            t.id is not null and (${own.map((name) => `t.${name}`).join(", ")})
              is distinct from (${own.map((name) => `v.${name}`).join(", ")}) as is_changed
     from ${names.rows} p
     join ${names.stage} s on s.row_no = p.row_no
     left join (select employee_id, count(*) as spells, min(starts_on) as first_day from employment_spells group by 1) recorded
       on recorded.employee_id = p.existing_id
     left join lateral (
       select * from employment_spells where employee_id = p.existing_id order by starts_on desc limit 1) t on true
     left join ${names.reference("org_unit")} r_org_unit on r_org_unit.token = s.org_unit
     ${manager ? `left join ${names.reference("manager_number")} r_manager_number on r_manager_number.token = s.manager_number` : ""}
     cross join lateral (
       select case when recorded.spells > 1 then t.starts_on else p.hired_on end as starts_on, p.left_on as ends_on,
              ${spellColumns.map((column) => `${finalValue(column, staged)} as ${column.name}`).join(", ")}) v`,
    // Dated spells are not replaced by a row that knows only one state; a state they already hold is no change.
    `insert into ${names.problems} (row_no, problem)
     select w.row_no, jsonb_build_object('code', 'severalSpells', 'column', 'org_unit', 'params', jsonb_build_object('count', w.spells))
     from ${names.spells} w
     where w.spells > 1 and not exists (
       select 1 from employment_spells k where k.employee_id = w.employee_id
         and (${spellColumns.map((column) => `k.${column.name}`).join(", ")})
           is not distinct from (${spellColumns.map((column) => `w.${column.name}`).join(", ")}))`,
    `update ${names.spells} w set ${spellColumns.map((column) => `${column.name} = t.${column.name}`).join(", ")},
            is_changed = t.ends_on is distinct from w.ends_on
     from employment_spells t where w.spells > 1 and t.id = w.existing_id`,
    `insert into ${names.problems} (row_no, problem)
     select w.row_no, jsonb_build_object('code', 'hiredOnSpells', 'column', 'hired_on', 'params', jsonb_build_object('day', w.first_day))
     from ${names.spells} w join ${names.rows} p on p.row_no = w.row_no
     where w.spells > 1 and w.first_day <> p.hired_on`,
    `insert into ${names.problems} (row_no, problem)
     select w.row_no, jsonb_build_object('code', 'leftBeforeSpell', 'column', 'left_on', 'params', jsonb_build_object('day', w.starts_on))
     from ${names.spells} w where w.spells > 1 and w.ends_on <= w.starts_on`,
    `update ${names.rows} p set is_touched = true
     from ${names.spells} w where w.row_no = p.row_no and (w.is_changed or w.existing_id is null)`,
  ];
}
