import { sql } from "~/db/sql.server";
import { addMonths, type Month, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { ConversionNote, ForeignMonth } from "~/modules/access/conversion-notes";
import { readConversionNotes } from "~/modules/access/read-conversion-notes.server";
import type { Scope } from "~/modules/access/scope";
import { selectAccountMonths } from "./account-months.server";
import { listTimeline, type TimelineEntry } from "./list-timeline.server";
import { type AccountMonths, prepareAccountMonths } from "./prepare-account-months";

export interface AccountOverview {
  readonly months: AccountMonths;
  readonly latest: readonly TimelineEntry[];
  readonly timeZone: string;
  /** At which rates revenue in other currencies went into the figures. */
  readonly conversions: readonly ConversionNote[];
}

const monthCount = 36;
const latestCount = 5;

/** Three years of revenue and satisfaction, and the last few things that happened. */
export async function getAccountOverview(
  scope: Scope<"customers.read">,
  accountId: string,
): Promise<AccountOverview> {
  // The timeline checks the scope, and refuses before anything else is read.
  const { entries, timeZone } = await listTimeline(scope, accountId, {
    kind: null,
    cursor: null,
    size: latestCount,
  });
  const { today, reportingCurrency } = await companyToday(sql());
  const from = addMonths(monthOf(today), 1 - monthCount);
  const [figures, conversions] = await Promise.all([
    selectAccountMonths(accountId, from),
    listForeignMonths(accountId, from, reportingCurrency).then(readConversionNotes),
  ]);
  return { months: prepareAccountMonths(figures, today, monthCount), latest: entries, timeZone, conversions };
}

/** In which months was revenue of the account booked in another currency than the reporting one? */
async function listForeignMonths(
  accountId: string,
  from: Month,
  reportingCurrency: string,
): Promise<ForeignMonth[]> {
  return sql()<ForeignMonth[]>`
    select distinct currency, date_trunc('month', booked_on::timestamp)::date as month from revenue_entries
    where account_id = ${accountId} and booked_on >= ${from} and currency <> ${reportingCurrency}`;
}
