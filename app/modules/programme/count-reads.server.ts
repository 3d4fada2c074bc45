// Question: how many of those an announcement is for have read and confirmed it, in all and by unit?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import { minimumGroupSize, type Suppression, suppressGroups } from "~/modules/access/suppression";
import { requireId } from "./programme-people.server";

export interface ReadCount {
  readonly unitId: string;
  readonly unitName: string;
  readonly state: Suppression;
  /** Null where the unit is hidden. */
  readonly people: number | null;
  readonly read: number | null;
  readonly confirmed: number | null;
}

export interface ReadCounts {
  /** Null where all together are too few. */
  readonly total: { readonly people: number; readonly read: number; readonly confirmed: number } | null;
  readonly units: readonly ReadCount[];
}

interface Row {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly people: number;
  readonly read: number;
  readonly confirmed: number;
}

/** Who has not read something is nobody's to know of a small group: units under five are hidden, and whatever gives them away. */
export async function countReads(
  _scope: Scope<"programme.govern">,
  announcementId: string,
): Promise<ReadCounts> {
  const rows = await sql()<Row[]>`
    with recursive audience as (
      select u.id from org_units u join announcements a on a.id = ${requireId(announcementId)} and u.id = a.org_unit_id
      union all select u.id from org_units u join audience on u.parent_id = audience.id),
    readers as (
      select w.id, coalesce(e.org_unit_id, w.org_unit_id) as unit_id
      from users w left join employee_summaries e on e.employee_id = w.employee_id
      where w.disabled_at is null
        and exists (select 1 from user_roles r where r.user_id = w.id and r.role <> 'admin'))
    select coalesce(n.id::text, '') as unit_id, n.name as unit_name, count(*)::int as people, count(r.read_at)::int as read,
           count(r.confirmed_at)::int as confirmed
    from readers w
    join announcements a on a.id = ${announcementId}
    left join org_units n on n.id = w.unit_id
    left join announcement_reads r on r.announcement_id = a.id and r.user_id = w.id
    where a.org_unit_id is null or w.unit_id in (select id from audience)
    group by n.id, n.name order by n.name`;
  const verdict = suppressGroups(rows.map(({ unitId, people }) => ({ key: unitId, n: people })));
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const people = sum((row) => row.people);
  return {
    total:
      people < minimumGroupSize
        ? null
        : { people, read: sum((row) => row.read), confirmed: sum((row) => row.confirmed) },
    units: rows.map((row) => {
      const state = verdict.get(row.unitId) ?? "too_few";
      const isShown = state === "shown";
      return {
        unitId: row.unitId,
        unitName: row.unitName ?? "",
        state,
        people: isShown ? row.people : null,
        read: isShown ? row.read : null,
        confirmed: isShown ? row.confirmed : null,
      };
    }),
  };
}
