// Question: which of the four questions are answered and which of the five preparations done, and what shows it?
import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import type { Scope } from "~/modules/access/scope";
import { notFound } from "./programme-people.server";
import { isReadinessItem, type ReadinessItem, type ReadinessStatus, readinessItems } from "./readiness";

export interface ReadinessRow {
  readonly item: ReadinessItem;
  readonly status: ReadinessStatus;
  readonly answer: string | null;
  readonly ownerName: string | null;
  readonly ownerNumber: string | null;
  readonly evidenceCount: number;
  readonly lastEvidenceOn: CalendarDate | null;
}

export interface Evidence {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  readonly datedOn: CalendarDate;
  readonly givenByName: string;
}

export async function listReadiness(_scope: Scope<"programme.govern">): Promise<ReadinessRow[]> {
  const rows = await sql()<ReadinessRow[]>`
    select i.item, coalesce(r.status, 'open') as status, r.answer, o.name as owner_name, o.employee_number as owner_number,
           coalesce(e.evidence_count, 0) as evidence_count, e.last_evidence_on
    from unnest(${[...readinessItems]}::text[]) with ordinality i(item, position)
    left join programme_readiness r on r.item = i.item left join employees o on o.id = r.owner_id
    left join (select item, count(*)::int as evidence_count, max(dated_on) as last_evidence_on
               from readiness_evidence where archived_at is null group by item) e on e.item = i.item
    order by i.position`;
  return [...rows];
}

export async function getReadiness(
  scope: Scope<"programme.govern">,
  item: string,
): Promise<ReadinessRow & { readonly evidence: readonly Evidence[] }> {
  if (!isReadinessItem(item)) throw notFound();
  const [rows, evidence] = await Promise.all([
    listReadiness(scope),
    sql()<Evidence[]>`
      select id, text, link, dated_on, given_by_name from readiness_evidence
      where item = ${item} and archived_at is null order by dated_on desc, created_at desc`,
  ]);
  return { ...rows.find((row) => row.item === item)!, evidence };
}
