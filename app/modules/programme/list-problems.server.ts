// Question: which problems did the programme meet, and how was each solved?
import { searchSql, sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { type Cursor, encodeCursor } from "~/kernel/page";
import type { Scope } from "~/modules/access/scope";
import type { ProblemState } from "./problem";
import { notFound, requireId } from "./programme-people.server";

export interface ProblemRow {
  readonly id: string;
  readonly title: string;
  readonly foundOn: CalendarDate;
  readonly cause: string | null;
  readonly solution: string | null;
  readonly ownerName: string | null;
  readonly ownerNumber: string | null;
  readonly closedOn: CalendarDate | null;
  readonly isArchived: boolean;
}

interface Asked {
  readonly text: string | null;
  /** Null: all that are not archived. */
  readonly state: ProblemState | null;
  readonly cursor: Cursor | null;
}

const pageSize = 50;

/** Latest first. Every word of the search must stand somewhere in the problem, its cause or its solution. */
export async function listProblems(
  _scope: Scope<"programme.govern">,
  { text, state, cursor }: Asked,
): Promise<{ rows: ProblemRow[]; next: string | null }> {
  const run = text ? searchSql() : sql();
  const patterns = (text ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const isUsable = cursor?.value && /^\d{4}-\d{2}-\d{2}$/.test(cursor.value);
  const rows = await run<ProblemRow[]>`
    select p.id, p.title, p.found_on, p.cause, p.solution, o.name as owner_name, o.employee_number as owner_number, p.closed_on,
           p.archived_at is not null as is_archived
    from programme_problems p left join employees o on o.id = p.owner_id
    where (p.archived_at is not null) = ${state === "archived"}
      and (${state}::text is null or ${state} = 'archived' or (p.closed_on is not null) = ${state === "closed"})
      and not exists (
        select 1 from unnest(${patterns}::text[]) as pattern
        where search_text(p.title || ' ' || coalesce(p.cause, '') || ' ' || coalesce(p.solution, '')) not like search_text(pattern))
      and ${isUsable ? run`(p.found_on, p.id) < (${cursor.value}::date, ${cursor.id}::uuid)` : run`true`}
    order by p.found_on desc, p.id desc limit ${pageSize + 1}`;
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    rows: shown,
    next:
      rows.length > pageSize && last
        ? encodeCursor({ direction: "after", value: last.foundOn, id: last.id })
        : null,
  };
}

export async function getProblem(_scope: Scope<"programme.write">, id: string): Promise<ProblemRow> {
  const [row] = await sql()<ProblemRow[]>`
    select p.id, p.title, p.found_on, p.cause, p.solution, o.name as owner_name, o.employee_number as owner_number, p.closed_on,
           p.archived_at is not null as is_archived
    from programme_problems p left join employees o on o.id = p.owner_id where p.id = ${requireId(id)}`;
  if (!row) throw notFound();
  return row;
}
