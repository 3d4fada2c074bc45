// Question: which account-months did the analysis look at, of the accounts that the reader may see?
import { toPage } from "~/db/keyset.server";
import { type SqlFragment, type SqlRunner, sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import { isCalendarDate } from "~/kernel/calendar";
import type { Cursor, Page } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import { accountsInScope, employeesInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { exposures } from "../exposures";
import { isRefusedEffect, type Outcome, type SpecResult } from "../result";
import { findEffect } from "../ui/prepare-driver-detail";
import { isExposureName } from "../ui/prepare-driver-sentence";
import { listShownResults } from "./list-shown-results.server";
import type { RowBehind } from "./row-behind";
import { type RowColumn, rowColumns } from "./row-columns";

const rowsOnPage = 50;

export async function listRowsBehind(scope: Scope<"drivers.read">, key: string, cursor: Cursor | null) {
  const results = await listShownResults(scope);
  const found = findEffect(key, results);
  if (!found) throw new AppError("not_found", "No such result");
  const { effect, result } = found;
  const { reportingCurrency } = await companyToday(sql());
  const column = isExposureName(effect.exposure) ? (rowColumns[effect.exposure] ?? null) : null;
  const isSensitive = isExposureName(effect.exposure) && exposures[effect.exposure].isSensitive;
  const shared = {
    effect,
    currency: reportingCurrency,
    unit: column?.unit ?? null,
    isSensitive,
    used: isRefusedEffect(effect) ? 0 : effect.n,
  };
  // Rows of the analysis of leaving are people: nobody is shown them.
  if (result.kind === "leaving" || isRefusedEffect(effect))
    return {
      ...shared,
      isOfPeople: result.kind === "leaving",
      inScope: null,
      outOfScope: 0,
      rows: [],
      next: null,
      previous: null,
    };

  const isWithinPerson =
    (result.specification["effects"] as readonly string[] | undefined)?.includes("employee") ?? false;
  const conditions = wasUsed(sql(), effect.outcome, {
    needsOwner: isWithinPerson,
    // The study of handovers is about the accounts that had one.
    onlyWhere: result.kind === "event_study" ? column : null,
  });
  const [page, inScope, all] = await Promise.all([
    pageOfRows(scope, conditions, column, cursor),
    scope.all ? null : countOnce(results, `${key} ${reachOf(scope)}`, () => countRows(scope, conditions)),
    // The study of handovers also uses accounts without any, which are no rows of the list.
    scope.all || result.kind !== "event_study"
      ? shared.used
      : countOnce(results, key, () => countRows(null, conditions)),
  ]);
  return { ...shared, isOfPeople: false, inScope, outOfScope: Math.max(0, all - (inScope ?? all)), ...page };
}

async function pageOfRows(
  scope: Scope<"drivers.read">,
  conditions: SqlFragment,
  column: RowColumn | null,
  cursor: Cursor | null,
): Promise<Page<RowBehind>> {
  const db = sql();
  const at = cursor?.value && isCalendarDate(cursor.value) ? cursor : null;
  const isBackwards = at?.direction === "before";
  const sign = db.unsafe(isBackwards ? "<" : ">");
  const order = db.unsafe(isBackwards ? "p.account_id desc, p.month desc" : "p.account_id, p.month");
  const value = column ? db.unsafe(column.expression) : db`null::float8`;
  const seesOwner = column?.isOfOwner
    ? db`(p.owner_id is null or exists (select 1 from employee_summaries e where e.employee_id = p.owner_id and ${employeesInScope(db, scope)}))`
    : db`true`;
  const rows = await db<RowBehind[]>`
    with mine as ${scope.all ? db`not materialized` : db`materialized`} (
      select s.account_id, s.account_number, s.name from account_summaries s where ${accountsInScope(db, scope)})
    select p.account_id, mine.account_number, mine.name as account_name, p.month, p.csat_n::int, p.csat_sum::int,
           p.revenue_minor::text, p.churns_next_month as is_lost,
           case when seen.owner then (${value})::float8 end as value, not seen.owner as is_foreign_owner
    from panel_months p join mine on mine.account_id = p.account_id cross join lateral (select ${seesOwner} as owner) seen
    where ${conditions} and ${at ? db`(p.account_id, p.month) ${sign} (${at.id}::uuid, ${at.value}::date)` : db`true`}
    order by ${order} limit ${rowsOnPage + 1}`;
  const keyset = {
    key: { expression: "p.month", kind: "date" as const },
    id: "p.account_id",
    isDescending: false,
    cursor: at,
  };
  return toPage(rows, keyset, { size: rowsOnPage, edge: (row) => ({ value: row.month, id: row.accountId }) });
}

/** Counts read many rows and belong to one run: asked once for each reach, and forgotten with the run's results. */
const counts = new WeakMap<readonly SpecResult[], Map<string, Promise<number>>>();

function countOnce(
  results: readonly SpecResult[],
  name: string,
  count: () => Promise<number>,
): Promise<number> {
  const known = counts.get(results) ?? new Map<string, Promise<number>>();
  counts.set(results, known);
  let asked = known.get(name);
  if (!asked) {
    asked = count();
    known.set(name, asked);
    asked.catch(() => known.delete(name));
  }
  return asked;
}

const reachOf = ({ unitIds, ownEmployeeId }: Scope) => [...unitIds].sort().join(",") + (ownEmployeeId ?? "");

/** Of the accounts in reach; of all where no scope is given, for a number that names nobody. */
async function countRows(scope: Scope<"drivers.read"> | null, conditions: SqlFragment): Promise<number> {
  const db = sql();
  const [row] = scope
    ? await db<{ count: number }[]>`
        select count(*)::int as count
        from account_summaries s join panel_months p on p.account_id = s.account_id
        where ${accountsInScope(db, scope)} and ${conditions}`
    : await db<{ count: number }[]>`select count(*)::int as count from panel_months p where ${conditions}`;
  return row?.count ?? 0;
}

/** The declared conditions of a fit's rows; what it dropped besides (single rows of a group) is in the result's counts. */
function wasUsed(
  db: SqlRunner,
  outcome: Outcome,
  { needsOwner, onlyWhere }: { needsOwner: boolean; onlyWhere: RowColumn | null },
): SqlFragment {
  const hasOutcome =
    outcome === "satisfaction"
      ? db`p.csat_n > 0`
      : outcome === "revenue"
        ? db`p.revenue_minor > 0 and p.is_complete`
        : db`p.churns_next_month is not null`;
  const owned = needsOwner ? db`p.owner_id is not null` : db`true`;
  const chosen = onlyWhere ? db`(${db.unsafe(onlyWhere.expression)}) > 0` : db`true`;
  return db`${hasOutcome} and ${owned} and ${chosen}`;
}
