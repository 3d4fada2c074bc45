import type { ImportKind } from "../kinds/kind";
import type { Reference, TableNames, Target } from "./target";

/** Each check is one statement that adds to the problems; rows of which a check says nothing are right by it. */
const report = (names: TableNames, select: string) =>
  `insert into ${names.problems} (row_no, problem) ${select}`;

const problemOf = (code: string, column: string, params = "'{}'::jsonb") =>
  `jsonb_build_object('code', '${code}', 'column', '${column}', 'params', ${params})`;

/** Is every number that is named the number of a record? */
export function checkReference(reference: Reference, names: TableNames): string {
  const code = { account: "unknownAccount", employee: "unknownEmployee", unit: "unknownUnit" }[
    reference.noun
  ];
  const token = names.reference(reference.column);
  return report(
    names,
    `select s.row_no, ${problemOf(code, reference.column, "jsonb_build_object('number', left(r.token, 60))")}
     from ${names.stage} s join ${token} r on r.token = s."${reference.column}" and r.id is null`,
  );
}

/** Does a row repeat or contradict another of the same file? */
export function checkRepeats(target: Target, names: TableNames): string[] {
  const column = target.columns.find((each) => each.isKey && each.name !== "account_id")?.from ?? "";
  const checks = [findTwins(target, names, target.key, column)];
  // Where records are found by more than one mark, two rows with different keys may mean the same record.
  if (target.match) checks.push(findTwins(target, names, ["existing_id"], column));
  return checks;
}

function findTwins(target: Target, names: TableNames, key: readonly string[], column: string): string {
  const compared = target.columns.map((each) => each.name).join(", ");
  const named = key.map((expression, index) => `${expression} as k${index}`).join(", ");
  const keys = key.map((_, index) => `k${index}`);
  const otherRow =
    "jsonb_build_object('row', case when row_no = first_row then second_row else first_row end)";
  return report(
    names,
    `with keyed as (
       select row_no, ${named}, md5(row(${compared})::text) as content from ${names.rows}),
     twins as (
       select ${keys.join(", ")}, count(distinct content) as variants, min(row_no) as first_row,
              (array_agg(row_no order by row_no))[2] as second_row
       from keyed where ${keys.map((each) => `${each} is not null`).join(" and ")}
       group by ${keys.join(", ")} having count(*) > 1)
     select row_no, case when variants = 1 then ${problemOf("repeats", column, "jsonb_build_object('row', first_row)")}
                    else ${problemOf("contradicts", column, otherRow)} end
     from keyed join twins using (${keys.join(", ")})
     where variants > 1 or row_no <> first_row`,
  );
}

/** Does a period overlap another of the same person, or of the same person in the same role on the same account? */
export function checkOverlaps(kind: ImportKind, names: TableNames): string | null {
  if (kind.name !== "employment" && kind.name !== "assignments") return null;
  const isSpell = kind.name === "employment";
  const table = isSpell ? "employment_spells" : "assignments";
  const group = isSpell ? ["employee_id"] : ["account_id", "employee_id", "role"];
  const columns = group.join(", ");
  return report(
    names,
    `
    with sound as (
      select * from ${names.rows} p where ${group.map((name) => `p.${name} is not null`).join(" and ")}
        and p.starts_on is not null and (p.ends_on is null or p.ends_on > p.starts_on)
        and not exists (select 1 from ${names.problems} x where x.row_no = p.row_no)
        and not exists (select 1 from ${names.stage} x where x.row_no = p.row_no and x.problems is not null)),
    after_import as (
      select row_no, id, ${columns}, starts_on, ends_on from sound
      union all
      select null, t.id, ${group.map((name) => `t.${name}`).join(", ")}, t.starts_on, t.ends_on from ${table} t
      where (${group.map((name) => `t.${name}`).join(", ")}) in (select ${columns} from sound)
        and not exists (select 1 from sound where sound.existing_id = t.id))
    select distinct on (a.row_no) a.row_no,
      case when b.row_no is null
        then ${problemOf("overlapsRecorded", "from", "jsonb_build_object('from', b.starts_on, 'to', b.ends_on)")}
        else ${problemOf("overlapsRow", "from", "jsonb_build_object('row', b.row_no)")} end
    from after_import a
    join after_import b using (${columns})
    where a.row_no is not null and a.id <> b.id
      and daterange(a.starts_on, a.ends_on) && daterange(b.starts_on, b.ends_on)
    order by a.row_no, b.row_no nulls last`,
  );
}

/** What else must hold for the rows of this kind, against the file and the records. */
export function checkKind(kind: ImportKind, staged: ReadonlySet<string>, names: TableNames): string[] {
  const checks: string[] = [];
  if (kind.name === "org-units" && staged.has("parent_code"))
    checks.push(...checkTree(names, "org_units", "parent_code"));
  if (kind.name === "accounts" && staged.has("parent_number"))
    checks.push(...checkTree(names, "accounts", "parent_number"));
  if (kind.name === "employment") checks.push(...checkSpells(staged, names));
  if (staged.has("contact_email")) {
    checks.push(
      report(
        names,
        `select s.row_no, ${problemOf("unknownContact", "contact_email", "jsonb_build_object('email', left(s.contact_email, 60))")}
         from ${names.stage} s join ${names.rows} p on p.row_no = s.row_no
         where s.contact_email is not null and p.contact_id is null and p.account_id is not null`,
      ),
    );
  }
  if (kind.name === "exchange-rates") {
    checks.push(
      report(
        names,
        `select row_no, ${problemOf("ownCurrency", "currency")} from ${names.rows}
         where currency = (select reporting_currency from company_settings)`,
      ),
    );
  }
  if (kind.name === "cases") {
    for (const column of ["first_response_at", "resolved_at"]) {
      checks.push(
        report(
          names,
          `select row_no, ${problemOf("beforeOpening", column)} from ${names.rows} where ${column} < opened_at`,
        ),
      );
    }
  }
  return checks;
}

function checkTree(names: TableNames, table: string, parentColumn: string): string[] {
  const code = table === "accounts" ? "unknownParentAccount" : "unknownParentUnit";
  return [
    report(
      names,
      `select s.row_no, ${problemOf(code, parentColumn, `jsonb_build_object('number', left(s.${parentColumn}, 60))`)}
       from ${names.stage} s join ${names.rows} p on p.row_no = s.row_no
       where s.${parentColumn} is not null and p.parent_id is null`,
    ),
    report(
      names,
      `with recursive above as (
         select p.row_no, p.id as start_id, p.parent_id as id, 1 as depth from ${names.rows} p where p.parent_id is not null
         union
         select above.row_no, above.start_id, case when p.id is not null then p.parent_id else t.parent_id end, above.depth + 1
         from above
         left join ${names.rows} p on p.id = above.id
         left join ${table} t on t.id = above.id
         where above.id <> above.start_id and above.depth < 60)
       select distinct row_no, ${problemOf("treeCircle", parentColumn)} from above where id = start_id and depth > 1`,
    ),
  ];
}

function checkSpells(staged: ReadonlySet<string>, names: TableNames): string[] {
  const employee = `join employees e on e.id = p.employee_id`;
  return [
    report(
      names,
      `select p.row_no, ${problemOf("spellBeforeHire", "from", "jsonb_build_object('day', e.hired_on)")}
       from ${names.rows} p ${employee} where p.starts_on < e.hired_on`,
    ),
    report(
      names,
      `select p.row_no, ${problemOf("spellAfterLeaving", "to", "jsonb_build_object('day', e.left_on)")}
       from ${names.rows} p ${employee}
       where p.starts_on >= e.left_on or p.ends_on > e.left_on or (e.left_on is not null and p.ends_on is null)`,
    ),
    report(
      names,
      `select p.row_no, ${problemOf("spellNeedsUnit", "org_unit")} from ${names.rows} p
       ${staged.has("org_unit") ? `join ${names.stage} s on s.row_no = p.row_no` : ""}
       where p.org_unit_id is null ${staged.has("org_unit") ? "and s.org_unit is null" : ""}`,
    ),
  ];
}
