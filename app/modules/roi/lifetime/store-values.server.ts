import type { SqlTransaction } from "~/db/sql.server";
import type { ValuedAccount } from "./value-accounts";
import type { ValuedLoss } from "./value-losses";

const portion = 10_000;

/** Replaces all values; accounts that are gone have none any more. */
export async function storeValues(
  tx: SqlTransaction,
  { runId, asOf }: { readonly runId: string; readonly asOf: string },
  values: readonly ValuedAccount[],
): Promise<void> {
  await tx`delete from account_values`;
  for (const rows of portionsOf(values)) {
    await tx`
      insert into account_values (account_id, as_of, run_id, model, reason, margin_minor, clv_minor, clv_lower_minor, clv_upper_minor,
        clv_plain_minor, alive_probability, kept_12m_probability)
      select id, ${asOf}, ${runId}, model, reason, round(margin), round(clv), round(lower), round(upper), round(plain), alive, kept
      from unnest(${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.model)}::text[],
                  ${rows.map((row) => row.reason)}::text[], ${rows.map((row) => row.margin)}::float8[],
                  ${rows.map((row) => row.clv)}::float8[], ${rows.map((row) => row.lower)}::float8[],
                  ${rows.map((row) => row.upper)}::float8[], ${rows.map((row) => row.plain)}::float8[],
                  ${rows.map((row) => row.alive)}::float8[], ${rows.map((row) => row.kept12m)}::float8[])
           as row (id, model, reason, margin, clv, lower, upper, plain, alive, kept)`;
  }
}

export async function storeLosses(
  tx: SqlTransaction,
  runId: string,
  losses: readonly ValuedLoss[],
): Promise<void> {
  await tx`delete from account_losses`;
  for (const rows of portionsOf(losses)) {
    await tx`
      insert into account_losses (account_id, lost_on, run_id, margin_minor, residual_clv_minor, residual_lower_minor, residual_upper_minor,
        replacement_minor, referral_minor, exit_minor)
      select id, lost_on, ${runId}, round(margin), round(residual), round(lower), round(upper), round(replacement), round(referral), round(exit)
      from unnest(${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.lostOn)}::date[],
                  ${rows.map((row) => row.margin)}::float8[], ${rows.map((row) => row.residual)}::float8[],
                  ${rows.map((row) => row.lower)}::float8[], ${rows.map((row) => row.upper)}::float8[],
                  ${rows.map((row) => row.replacement)}::float8[], ${rows.map((row) => row.referral)}::float8[],
                  ${rows.map((row) => row.exit)}::float8[])
           as row (id, lost_on, margin, residual, lower, upper, replacement, referral, exit)`;
  }
}

function portionsOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / portion) }, (_, index) =>
    rows.slice(index * portion, (index + 1) * portion),
  );
}
