import { queueRollup } from "~/db/rollup-queue";
import { runInSql } from "~/db/run-statement.server";
import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { isUuid } from "~/kernel/uuid";
import { type Company, companyToday } from "~/modules/access/company.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export interface WrittenAccount {
  readonly id: string;
  readonly name: string;
  readonly acquiredOn: CalendarDate;
  readonly churnedOn: CalendarDate | null;
  readonly company: Company;
}

/** What was done, for the audit trail; null where the same form had been sent before and nothing was left to do. */
export interface Written<Result> {
  readonly result: Result;
  readonly audit: {
    readonly action: string;
    readonly detail: Readonly<Record<string, string | number | null>>;
  } | null;
}

/**
 * One write to one account in scope: the work, its audit event and the note that the rollups are behind commit together.
 * An account that is unknown, malformed, archived or out of scope is NOT FOUND.
 */
export async function writeToAccount<Result>(
  scope: Scope<"customers.write">,
  accountId: string,
  work: (tx: SqlTransaction, account: WrittenAccount) => Promise<Written<Result>>,
): Promise<Result> {
  if (!isId(accountId)) throw new AppError("not_found", "No such account");
  const written = await sql().begin(async (begun) => {
    const tx = begun as SqlTransaction;
    const [company, [account]] = await Promise.all([
      companyToday(tx),
      tx<Omit<WrittenAccount, "company">[]>`
        select a.id, a.name, a.acquired_on, a.churned_on
        from account_summaries s join accounts a on a.id = s.account_id
        where s.account_id = ${accountId} and a.archived_at is null and ${accountsInScope(tx, scope)}
        for update of a`,
    ]);
    if (!account) throw new AppError("not_found", "No such account");
    const { result, audit } = await work(tx, { ...account, company });
    if (audit) {
      await Promise.all([
        runInSql(tx, queueRollup("account", [account.id])),
        recordAudit(tx, scope.actor, {
          ...audit,
          subjectType: "account",
          subjectId: account.id,
          subjectName: account.name,
        }),
      ]);
    }
    return { result };
  });
  return written.result as Result;
}

/** The id a form brings along, so that sending it twice writes once; a new one where it brings none. */
export function formId(given: string | undefined, fresh: () => string): string {
  return given && isId(given) ? given.toLowerCase() : fresh();
}

export function isId(text: string): boolean {
  return isUuid(text);
}
