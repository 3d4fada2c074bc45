/**
 * Statements that note what is behind once a rate has changed: every account, person and unit with money in one of the
 * currencies. `currencies` is a query of one column.
 */
export function queueConverted(currencies: string): string[] {
  const queue = (kind: "account" | "employee" | "unit", keys: string) => `
    insert into rollup_queue (kind, key) select distinct '${kind}', key from (${keys}) converted where key is not null
    on conflict (kind, key) do update set queued_at = excluded.queued_at`;
  const isConverted = `currency in (${currencies})`;
  return [
    queue(
      "account",
      `select account_id as key from revenue_entries where ${isConverted}
       union all select id from accounts where ${isConverted}`,
    ),
    queue(
      "employee",
      `select employee_id as key from cost_entries where ${isConverted}
       union all select employee_id from training_records where ${isConverted}
       union all select employee_id from employment_spells where ${isConverted}`,
    ),
    queue("unit", `select org_unit_id as key from cost_entries where ${isConverted}`),
  ];
}
