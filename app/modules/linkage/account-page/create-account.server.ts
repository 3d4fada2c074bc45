import { v7 as uuidv7 } from "uuid";
import { queueRollup } from "~/db/rollup-queue";
import { runInSql } from "~/db/run-statement.server";
import { type SqlTransaction, sql } from "~/db/sql.server";
import { recordAudit } from "~/db/transaction.server";
import { daysBetween, laterOf } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { NewAccountInput } from "~/modules/customers/account";
import { refuseFields, violatedUnique } from "~/modules/customers/refuse-fields";
import { assessHealth, healthRules } from "../panel/health";
import { findOwner, type OwnerCandidate } from "./find-owner.server";
import { findParent } from "./find-parent.server";

/**
 * Records a new account together with its owner, without whom nobody but the whole company's readers would find it. `id`
 * comes from the form: sending it twice creates it once. Many are made in a row (a bench asks for 300 a second), so the
 * transaction sends all its statements at once.
 */
export async function createAccount(
  scope: Scope<"customers.write">,
  id: string,
  input: NewAccountInput,
): Promise<void> {
  const { today } = await companyToday(sql());
  if (input.acquiredOn > today) throw refuseFields({ acquiredOn: { key: "inFuture" } });
  const [owner, parentId] = await Promise.all([
    findOwner(scope, input.ownerNumber, today),
    findParent(scope, { number: input.parentNumber, childId: id }),
  ]);
  // A person can own nothing from before they were employed; the account may be older.
  const ownedFrom = laterOf(input.acquiredOn, owner.hiredOn);
  try {
    await sql().begin(async (begun) => {
      const tx = begun as SqlTransaction;
      await Promise.all([
        insertAccount(tx, id, parentId, input),
        tx`insert into assignments (account_id, id, employee_id, role, starts_on)
           values (${id}, ${uuidv7()}, ${owner.id}, 'owner', ${ownedFrom})`,
        insertSummary(tx, { id, input, owner, ownedFrom, today }),
        runInSql(tx, queueRollup("account", [id])),
        recordAudit(tx, scope.actor, {
          action: "account.create",
          subjectType: "account",
          subjectId: id,
          subjectName: input.name,
          detail: { accountNumber: input.accountNumber, owner: owner.name },
        }),
      ]);
    });
  } catch (error) {
    const violated = violatedUnique(error);
    if (violated === "accounts_account_number_key") {
      const [own] =
        await sql()`select 1 from accounts where id = ${id} and account_number = ${input.accountNumber}`;
      if (own) return;
      throw refuseFields({ accountNumber: { key: "taken" } });
    }
    if (violated === "accounts_pkey") return;
    throw error;
  }
}

function insertAccount(tx: SqlTransaction, id: string, parentId: string | null, input: NewAccountInput) {
  const { accountNumber, name, type, segment, industry, region, country, acquiredOn, currency } = input;
  return tx`
    insert into accounts (id, account_number, name, type, parent_id, segment, industry, region, country, acquired_on,
                          acquisition_cost_minor, currency)
    values (${id}, ${accountNumber}, ${name}, ${type}::account_type, ${parentId}, ${segment}, ${industry}, ${region},
            ${country}, ${acquiredOn}, ${input.acquisitionCostMinor?.toString() ?? null}::text::bigint, ${currency})`;
}

interface NewSummary {
  readonly id: string;
  readonly input: NewAccountInput;
  readonly owner: OwnerCandidate;
  readonly ownedFrom: string;
  readonly today: string;
}

/**
 * What `panel/refresh-account-summaries` would find: an account without any fact yet. The full refresh follows from the
 * queue; reading every ledger here would make creation ten times as slow.
 */
function insertSummary(tx: SqlTransaction, { id, input, owner, ownedFrom, today }: NewSummary) {
  const { health, reasons } = assessHealth({
    isCustomer: true,
    csatN3m: 0,
    csatMean3m: null,
    csatNPrior9m: 0,
    csatMeanPrior9m: null,
    csatN12m: 0,
    csatMean12m: null,
    hasOwner: true,
    handovers12m: 0,
    isHandedOverRecently: false,
    isOwnerNew: owner.monthsEmployed < healthRules.newOwnerMonths,
    ownerWorkloadZ: owner.workloadZ,
    overdueCases: 0,
    daysWithoutContact: daysBetween(input.acquiredOn, today),
  });
  return tx`
    insert into account_summaries (
      account_id, as_of, account_number, name, type, segment, industry, region, country, acquired_on, status, scope_unit_id,
      owner_id, owner_name, owner_since, handovers_12m, revenue_12m_minor, revenue_previous_12m_minor,
      cost_of_goods_12m_minor, csat_n_12m, csat_n_3m, csat_n_prior_9m, nps_n_12m, open_cases, health, risk_reasons)
    values (
      ${id}, ${today}, ${input.accountNumber}, ${input.name}, ${input.type}::account_type, ${input.segment}, ${input.industry},
      ${input.region}, ${input.country}, ${input.acquiredOn}, 'customer', ${owner.unitId}, ${owner.id}, ${owner.name},
      ${ownedFrom}, 0, 0, 0, 0, 0, 0, 0, 0, 0, ${health}, ${reasons}::text[])
    on conflict (account_id) do nothing`;
}
