// Question: what was spent over the window, by source, category, kind and whom it reached?
import { sql } from "~/db/sql.server";
import { addMonths, type CalendarDate } from "~/kernel/calendar";
import type { Window } from "../home/window";
import { programmeCostRows } from "./programme-cost-rows";
import type { CostGroupKey } from "./return-rules";

export interface CostGroup extends CostGroupKey {
  readonly rows: number;
  readonly amountMinor: number;
  readonly hours: number;
  /** Distinct people whose own costs are in it; 0 where all of it was spent on units. */
  readonly people: number;
  /** Rows in a currency without any rate: left out and named, never guessed. */
  readonly withoutRate: number;
  readonly currenciesWithoutRate: readonly string[];
}

export async function readProgrammeCosts(
  asOf: CalendarDate,
  { first, last }: Window,
  hourlyPayMinor: number | null,
): Promise<CostGroup[]> {
  const rows = await sql().unsafe<
    {
      source: string;
      category: string;
      kind: string | null;
      reach: string;
      rows: number;
      amountMinor: number;
      hours: number;
      people: number;
      withoutRate: number;
      currenciesWithoutRate: string[] | null;
    }[]
  >(
    `with ${programmeCostRows}
     select source, category, min(kind) as kind, reach, count(*)::int as rows, coalesce(sum(amount_minor), 0)::float8 as amount_minor,
            coalesce(sum(hours), 0)::float8 as hours, count(distinct employee_id)::int as people, count(*) filter (where amount_minor is null)::int as without_rate,
            array_agg(distinct currency::text) filter (where amount_minor is null) as currencies_without_rate
     from cost_rows group by source, category, lower(btrim(coalesce(kind, ''))), reach
     order by amount_minor desc`,
    [asOf, first, addMonths(last, 1), hourlyPayMinor],
  );
  return rows.map((row) => ({
    ...row,
    source: row.source as CostGroup["source"],
    category: row.category as CostGroup["category"],
    reach: row.reach as CostGroup["reach"],
    currenciesWithoutRate: row.currenciesWithoutRate ?? [],
  }));
}
