import type { Sql } from "~/db/sql.server";
import type { Month } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { allocateMonths, listLedgerMonths } from "./allocate-months.server";

/**
 * Brings the allocation up to the ledgers: allocates the months that a change has touched since, and each day the present
 * month, which has grown by one. Gives how many months were done; 0 means that nothing was waiting.
 */
export async function drainAllocation(sql: Sql, isStopping: () => boolean = () => false): Promise<number> {
  const { today } = await companyToday(sql);
  const taken = await sql<{ id: bigint; firstMonth: Month; lastMonth: Month }[]>`
    select id, first_month, last_month from allocation_changes order by id limit 10000`;
  const [grown] = await sql<{ months: Month[] | null }[]>`
    select array_agg(month::text order by month) as months from allocation_months
    where as_of < ${today} and as_of < (month + interval '1 month')::date - 1`;
  const behind = new Set(grown?.months ?? []);
  // Ledgers filled before there was an allocation have left no changes.
  const [start] = await sql<{ isFirst: boolean }[]>`
    select not exists (select 1 from allocation_months) as is_first`;
  const isFirst = start?.isFirst ?? false;
  if (taken.length === 0 && behind.size === 0 && !isFirst) return 0;
  const months = (await listLedgerMonths(sql)).filter(
    (month) =>
      isFirst ||
      behind.has(month) ||
      taken.some((change) => change.firstMonth <= month && month <= change.lastMonth),
  );
  const done = await allocateMonths(sql, months, isStopping);
  if (isStopping()) return done;
  // Taken only now: a stop half-way leaves the changes waiting, and doing a month twice changes nothing.
  if (taken.length > 0)
    await sql`delete from allocation_changes where id = any(${taken.map((change) => change.id.toString())}::bigint[])`;
  return done;
}
