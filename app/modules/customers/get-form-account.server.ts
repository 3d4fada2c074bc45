import { sql } from "~/db/sql.server";
import { AppError } from "~/kernel/app-error";
import type { CalendarDate } from "~/kernel/calendar";
import { formatMinorPlain } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";
import { type ContactChoice, listContactChoices } from "./list-contacts.server";
import { isId } from "./write-to-account.server";

/** The account as its edit form shows it: everything is text, empty where nothing is recorded. */
export interface FormAccount {
  readonly id: string;
  readonly name: string;
  readonly churnedOn: CalendarDate | null;
  readonly values: Readonly<Record<string, string>>;
  readonly today: CalendarDate;
  /** The number of the reader's own employee record, where there is one. */
  readonly ownNumber: string;
}

/** Which account is written to, what is recorded about it, and who is writing? Archived ones are NOT FOUND. */
export async function getFormAccount(
  scope: Scope<"customers.write">,
  accountId: string,
): Promise<FormAccount> {
  if (!isId(accountId)) throw new AppError("not_found", "No such account");
  const db = sql();
  const [{ today }, [row]] = await Promise.all([
    companyToday(db),
    db<Record<string, string | null>[]>`
      select a.id, a.name, a.type::text as type, p.account_number as parent_number, a.segment, a.industry, a.region, a.country,
             a.acquired_on, a.churned_on, a.churn_reason, a.acquisition_cost_minor::text as cost, a.currency,
             (select e.employee_number from users u join employees e on e.id = u.employee_id
              where u.id = ${scope.actor.userId}::uuid and e.left_on is null) as own_number
      from account_summaries s
      join accounts a on a.id = s.account_id
      left join accounts p on p.id = a.parent_id
      where s.account_id = ${accountId} and a.archived_at is null and ${accountsInScope(db, scope)}`,
  ]);
  if (!row) throw new AppError("not_found", "No such account");
  const { id, name, cost, currency, ownNumber, churnedOn } = row;
  const text = (field: string) => row[field] ?? "";
  return {
    id: id!,
    name: name!,
    churnedOn: churnedOn ?? null,
    today,
    ownNumber: ownNumber ?? "",
    values: {
      name: text("name"),
      type: text("type"),
      parentNumber: text("parentNumber"),
      segment: text("segment"),
      industry: text("industry"),
      region: text("region"),
      country: text("country"),
      acquiredOn: text("acquiredOn"),
      churnedOn: text("churnedOn"),
      churnReason: text("churnReason"),
      acquisitionCost: cost && currency ? formatMinorPlain(BigInt(cost), currency) : "",
      currency: text("currency"),
    },
  };
}

/** The same with the contacts that a form about a conversation can name. */
export async function getConversationForm(
  scope: Scope<"customers.write">,
  accountId: string,
): Promise<FormAccount & { contacts: ContactChoice[] }> {
  const account = await getFormAccount(scope, accountId);
  return { ...account, contacts: await listContactChoices(scope, accountId) };
}
