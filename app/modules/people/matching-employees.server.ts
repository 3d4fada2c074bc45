import type { SqlFragment, SqlRunner } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type EmployeeQuery, newcomerMonths } from "./employee-query";

/** Where-fragment over `employee_summaries e`: what the scope reaches and the query asks for. Lists and files share it. */
export function matchingEmployees(
  sql: SqlRunner,
  scope: Scope<"people.read">,
  query: EmployeeQuery,
  today: CalendarDate,
): SqlFragment {
  const conditions = [employeesInScope(sql, scope), statusCondition(sql, query, today)];
  if (query.search) conditions.push(searchCondition(sql, query.search));
  if (query.jobTitle) conditions.push(sql`e.job_title = ${query.jobTitle}`);
  if (query.unitId) {
    conditions.push(sql`e.org_unit_id in (
      with recursive subtree as (
        select id from org_units where id = ${query.unitId}::uuid
        union select child.id from org_units child join subtree on child.parent_id = subtree.id)
      select id from subtree)`);
  }
  if (query.isNewcomer) {
    conditions.push(sql`e.hired_on <= ${today}::date
      and e.hired_on > ${today}::date - ${`${newcomerMonths} months`}::interval`);
  }
  return conditions.reduce((all, condition) => sql`${all} and ${condition}`);
}

/** By the dates and not by the stored status, which is as old as the last refresh. */
function statusCondition(sql: SqlRunner, { status }: EmployeeQuery, today: CalendarDate): SqlFragment {
  if (status === "all") return sql`true`;
  if (status === "left") return sql`e.left_on <= ${today}::date`;
  const isPresent = sql`(e.left_on is null or e.left_on > ${today}::date)`;
  return status === "active" ? sql`${isPresent} and e.hired_on <= ${today}::date` : isPresent;
}

/** Every word must occur in name or number; two neighbouring Han characters are found by their own index. */
export function searchCondition(sql: SqlRunner, search: string): SqlFragment {
  const words = search.split(/\s+/).slice(0, 6);
  return words
    .map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      const inText = sql`search_text(e.name || ' ' || e.employee_number) like search_text(${pattern})`;
      return /[㐀-鿿豈-﫿]{2}/u.test(word)
        ? sql`(han_bigrams(e.name) @> han_bigrams(${word}) and ${inText})`
        : inText;
    })
    .reduce((all, condition) => sql`${all} and ${condition}`);
}
