// Question: which units could be the ones that win customers, and which are counted so today?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";
import { minimumGroupSize } from "~/modules/access/suppression";
import { namedLikeAcquisition } from "./read-acquisition.server";
import { readMoneySettings } from "./read-money-settings.server";

export interface ChoosableUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Who worked there in the last thirteen months: whoever a figure of twelve can rest on. */
  readonly people: number;
  readonly isNamedLike: boolean;
  readonly isCounted: boolean;
}

export async function listAcquisitionUnits(_scope: Scope<"scenarios.write">): Promise<ChoosableUnit[]> {
  const run = sql();
  const { acquisitionUnitIds } = await readMoneySettings(run);
  const chosen = [...acquisitionUnitIds];
  return run<ChoosableUnit[]>`
    with named as (
      select id, code, name, (code ~* ${namedLikeAcquisition} or name ~* ${namedLikeAcquisition}) as is_named_like from org_units)
    select named.*, coalesce(staff.people, 0) as people,
           ${chosen.length > 0 ? run`named.id = any(${chosen}::uuid[])` : run`named.is_named_like`} as is_counted
    from named
    left join (
      select org_unit_id, count(distinct employee_id)::int as people from employment_spells
      where ends_on is null or ends_on > current_date - interval '13 months' group by org_unit_id) staff on staff.org_unit_id = named.id
    order by is_counted desc, named.name, named.code`;
}

/**
 * Counting a unit or not moves the cost of a new customer by what the unit costs: of fewer than five people that is a matter of
 * pay, so only readers of pay may try it.
 */
export function mayMove({ people }: ChoosableUnit, maySeePay: boolean): boolean {
  return maySeePay || people === 0 || people >= minimumGroupSize;
}
