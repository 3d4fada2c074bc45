// Question: has anything changed that the returns rest on?
import { sql } from "~/db/sql.server";
import type { Window } from "../home/window";
import { modelVersion } from "./return-report";

/** Sums of the rollups that every change of a ledger moves, the analyses' run, the rules and the assumptions. */
export async function readReturnStamp(window: Window): Promise<string> {
  const [row] = await sql()<{ stamp: string }[]>`
    select md5(concat_ws('|', ${`${modelVersion} ${window.first} ${window.last}`}::text,
      (select max(version) from return_rules),
      (select concat_ws(' ', discount_rate, horizon_months) from money_settings order by version desc limit 1),
      (select id from driver_runs where status = 'finished' order by finished_at desc limit 1),
      (select reporting_currency from company_settings limit 1),
      (select concat_ws(' ', count(*), sum(person_days), sum(fte_days), sum(hires), sum(acquisition_minor), sum(compensation_minor), sum(retention_minor),
              sum(training_minor), sum(turnover_minor), sum(productivity_minor), sum(morale_minor), sum(training_hours),
              sum(extract(day from month) * training_minor))
       from unit_people_months where month between ${window.first} and ${window.last}),
      (select concat_ws(' ', count(*), sum(accounts_at_start), sum(accounts_lost), sum(revenue_minor), sum(cost_of_goods_minor), sum(handovers))
       from unit_customer_months where month between ${window.first} and ${window.last}))) as stamp`;
  return row!.stamp;
}
