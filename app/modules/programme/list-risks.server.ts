// Question: what could stop the programme, how likely and how grave is it, and who watches it?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { notFound, requireId } from "./programme-people.server";
import type { RiskLevel, RiskResponse } from "./risk";

export interface RiskRow {
  readonly id: string;
  readonly title: string;
  readonly probability: RiskLevel;
  readonly impact: RiskLevel;
  readonly response: RiskResponse;
  readonly responseNote: string | null;
  readonly ownerName: string | null;
  readonly ownerNumber: string | null;
  readonly reviewOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
}

/** The gravest first; closed ones at the end. */
export async function listRisks(_scope: Scope<"programme.govern">): Promise<RiskRow[]> {
  return selectRisks(null);
}

export async function getRisk(_scope: Scope<"programme.write">, id: string): Promise<RiskRow> {
  const [row] = await selectRisks(requireId(id));
  if (!row) throw notFound();
  return row;
}

function selectRisks(id: string | null): Promise<RiskRow[]> {
  return sql()<RiskRow[]>`
    select r.id, r.title, r.probability, r.impact, r.response, r.response_note, o.name as owner_name,
           o.employee_number as owner_number, r.review_on, r.closed_on
    from programme_risks r left join employees o on o.id = r.owner_id
    where r.archived_at is null and (${id}::uuid is null or r.id = ${id})
    order by r.closed_on is not null, r.probability * r.impact desc, r.impact desc, r.created_at, r.id limit 500`;
}
