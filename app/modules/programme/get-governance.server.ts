// Question: what is the change for, who stands behind it, and who decides and does what?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { notFound, requireId } from "./programme-people.server";

export interface Charter {
  readonly name: string;
  readonly purpose: string;
  readonly sponsorName: string | null;
  readonly sponsorNumber: string | null;
  readonly sponsorTitle: string | null;
  readonly sponsorLeftOn: CalendarDate | null;
  readonly startsOn: CalendarDate | null;
}

export interface Responsibility {
  readonly id: string;
  readonly matter: string;
  readonly decidesName: string | null;
  readonly decidesNumber: string | null;
  readonly decidesLeftOn: CalendarDate | null;
  readonly doesName: string | null;
  readonly doesNumber: string | null;
  readonly doesLeftOn: CalendarDate | null;
  readonly consulted: string | null;
  readonly informed: string | null;
}

export async function findCharter(_scope: Scope<"programme.govern">): Promise<Charter | null> {
  const [row] = await sql()<Charter[]>`
    select c.name, c.purpose, c.starts_on, e.name as sponsor_name, e.employee_number as sponsor_number,
           s.job_title as sponsor_title, e.left_on as sponsor_left_on
    from programme_charters c left join employees e on e.id = c.sponsor_id
    left join employee_summaries s on s.employee_id = c.sponsor_id`;
  return row ?? null;
}

export async function listResponsibilities(_scope: Scope<"programme.govern">): Promise<Responsibility[]> {
  return selectResponsibilities(null);
}

export async function getResponsibility(
  _scope: Scope<"programme.write">,
  id: string,
): Promise<Responsibility> {
  const [row] = await selectResponsibilities(requireId(id));
  if (!row) throw notFound();
  return row;
}

function selectResponsibilities(id: string | null): Promise<Responsibility[]> {
  return sql()<Responsibility[]>`
    select r.id, r.matter, r.consulted, r.informed,
           d.name as decides_name, d.employee_number as decides_number, d.left_on as decides_left_on,
           w.name as does_name, w.employee_number as does_number, w.left_on as does_left_on
    from programme_responsibilities r left join employees d on d.id = r.decides_id left join employees w on w.id = r.does_id
    where r.archived_at is null and (${id}::uuid is null or r.id = ${id})
    order by r.created_at, r.id`;
}
