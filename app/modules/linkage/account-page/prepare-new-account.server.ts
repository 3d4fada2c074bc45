import { v7 as uuidv7 } from "uuid";
import { sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";

/** What the empty form starts with; the id comes back with it, so that sending it twice creates one account. */
export async function prepareNewAccount(
  _scope: Scope<"customers.write">,
): Promise<{ id: string; today: string; currency: string }> {
  const { today, reportingCurrency } = await companyToday(sql());
  return { id: uuidv7(), today, currency: reportingCurrency };
}
