import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { isUuid } from "~/kernel/uuid";
import { companyToday } from "~/modules/access/company.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import type { AccountType } from "~/modules/customers/account";
import { type MeanEstimate, meanFromSums } from "./mean-from-sums";

/** What stands above every tab of an account's page. Money is in the reporting currency, as text. */
export interface AccountHeader {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly type: AccountType;
  readonly status: string;
  readonly segment: string | null;
  readonly industry: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly acquiredOn: CalendarDate;
  readonly churnedOn: CalendarDate | null;
  readonly churnReason: string | null;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly unitName: string | null;
  readonly owner: { readonly id: string; readonly name: string; readonly since: CalendarDate } | null;
  readonly unownedSince: CalendarDate | null;
  readonly handovers12m: number;
  readonly lastHandoverOn: CalendarDate | null;
  readonly revenue12mMinor: string;
  readonly revenuePrevious12mMinor: string;
  readonly csat: MeanEstimate;
  /** The last three months against the nine before. */
  readonly csatRecent: { readonly n: number; readonly mean: number | null };
  readonly csatBefore: { readonly n: number; readonly mean: number | null };
  readonly openCases: number;
  readonly lastContactAt: string | null;
  readonly health: string;
  readonly reasons: readonly string[];
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly currency: string;
  readonly timeZone: string;
}

interface Row {
  accountId: string;
  accountNumber: string;
  name: string;
  type: AccountType;
  status: string;
  segment: string | null;
  industry: string | null;
  region: string | null;
  country: string | null;
  acquiredOn: string;
  churnedOn: string | null;
  churnReason: string | null;
  parentId: string | null;
  parentName: string | null;
  unitName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  ownerSince: string | null;
  unownedSince: string | null;
  handovers12m: number;
  lastHandoverOn: string | null;
  revenue12mMinor: bigint;
  revenuePrevious12mMinor: bigint;
  openCases: number;
  lastContactAt: Date | null;
  health: string;
  riskReasons: string[];
  asOf: string;
  csatN: number;
  csatSum: number;
  csatSumOfSquares: number;
  csatN3m: number;
  csatMean3m: string | null;
  csatNPrior9m: number;
  csatMeanPrior9m: string | null;
}

export async function getAccount(
  scope: Scope<"customers.read" | "customers.write">,
  accountId: string,
): Promise<AccountHeader> {
  if (!isUuid(accountId)) throw new AppError("not_found", "No such account");
  const [company, [row]] = await Promise.all([companyToday(sql()), selectHeader(scope, accountId)]);
  if (!row) throw new AppError("not_found", "No such account");
  const { ownerId, ownerName, ownerSince, parentId, parentName } = row;
  return {
    id: row.accountId,
    number: row.accountNumber,
    name: row.name,
    type: row.type,
    status: row.status,
    segment: row.segment,
    industry: row.industry,
    region: row.region,
    country: row.country,
    acquiredOn: row.acquiredOn,
    churnedOn: row.churnedOn,
    churnReason: row.churnReason,
    parent: parentId && parentName ? { id: parentId, name: parentName } : null,
    unitName: row.unitName,
    owner: ownerId && ownerName && ownerSince ? { id: ownerId, name: ownerName, since: ownerSince } : null,
    unownedSince: row.unownedSince,
    handovers12m: row.handovers12m,
    lastHandoverOn: row.lastHandoverOn,
    revenue12mMinor: row.revenue12mMinor.toString(),
    revenuePrevious12mMinor: row.revenuePrevious12mMinor.toString(),
    csat: meanFromSums({ n: row.csatN, sum: row.csatSum, sumOfSquares: row.csatSumOfSquares }, 1, 5),
    csatRecent: { n: row.csatN3m, mean: numberOf(row.csatMean3m) },
    csatBefore: { n: row.csatNPrior9m, mean: numberOf(row.csatMeanPrior9m) },
    openCases: row.openCases,
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
    health: row.health,
    reasons: row.riskReasons,
    asOf: row.asOf,
    today: company.today,
    currency: company.reportingCurrency,
    timeZone: company.timeZone,
  };
}

const numberOf = (text: string | null) => (text === null ? null : Number(text));

/** Who is this account, how does it stand, and who owns it? The parent is named only where it is in scope as well. */
function selectHeader(scope: Scope, accountId: string) {
  const db = sql();
  return db<Row[]>`
    select s.*, a.churn_reason, u.name as unit_name, p.account_id as parent_id, p.name as parent_name,
           coalesce(r.n, 0)::int as csat_n, coalesce(r.total, 0)::int as csat_sum,
           coalesce(r.squares, 0)::int as csat_sum_of_squares
    from account_summaries s
    join accounts a on a.id = s.account_id
    left join org_units u on u.id = s.scope_unit_id
    left join account_summaries p on p.account_id = a.parent_id and ${accountsInScope(db, scope, "p")}
    left join lateral (
      select count(*) as n, sum(score) as total, sum(score * score) as squares
      from satisfaction_responses
      where account_id = s.account_id and kind = 'csat'
        and answered_on > s.as_of - interval '12 months' and answered_on <= s.as_of
    ) r on true
    where s.account_id = ${accountId} and ${accountsInScope(db, scope)}`;
}
