import { sql } from "~/db/sql.server";
import { addMonths, monthOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { selectAccountMonths } from "./account-months.server";
import { listTimeline, type TimelineEntry } from "./list-timeline.server";
import { type AccountMonths, prepareAccountMonths } from "./prepare-account-months";

export interface AccountOverview {
  readonly months: AccountMonths;
  readonly latest: readonly TimelineEntry[];
  readonly timeZone: string;
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
  const { today } = await companyToday(sql());
  const figures = await selectAccountMonths(accountId, addMonths(monthOf(today), 1 - monthCount));
  return { months: prepareAccountMonths(figures, today, monthCount), latest: entries, timeZone };
}
