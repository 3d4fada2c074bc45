// Question: which kinds of records has this company, without which an analysis cannot be made?
import { sql } from "~/db/sql.server";
import type { Scope } from "~/modules/access/scope";

/** What analyses live on, in the order to import it; each is also the reason they give when it is missing. */
export const neededData = [
  "no_accounts",
  "one_employee",
  "no_assignments",
  "no_answers",
  "no_revenue",
  "one_month",
  "no_handover",
  "no_losses",
  "no_departures",
  "no_training",
  "no_survey",
  "no_pay",
  "no_scores",
] as const;
export type NeededData = (typeof neededData)[number];

const keptMs = 2_000;
let kept: { readonly until: number; readonly missing: Promise<readonly NeededData[]> } | undefined;

/** Each question stops at the first record it finds. It is the company's data, whoever asks. */
export function findMissingData(_scope: Scope<"quality.read">): Promise<readonly NeededData[]> {
  if (!kept || kept.until < Date.now()) {
    const missing = selectMissing();
    kept = { until: Date.now() + keptMs, missing };
    missing.catch(() => {
      kept = undefined;
    });
  }
  return kept.missing;
}

async function selectMissing(): Promise<readonly NeededData[]> {
  const [row] = await sql()<Readonly<Record<string, boolean>>[]>`
    select not exists (select 1 from accounts) as "no_accounts",
           (select count(*) from (select 1 from employees limit 2) e) < 2 as "one_employee",
           not exists (select 1 from assignments) as "no_assignments",
           not exists (select 1 from satisfaction_responses) as "no_answers",
           not exists (select 1 from revenue_entries) as "no_revenue",
           coalesce((select min(month) from account_months) >= (select max(month) from account_months), true) as "one_month",
           not exists (select 1 from account_summaries where last_handover_on is not null) as "no_handover",
           not exists (select 1 from accounts where churned_on is not null) as "no_losses",
           not exists (select 1 from employees where left_on is not null) as "no_departures",
           not exists (select 1 from training_records) as "no_training",
           not exists (select 1 from survey_answers where engagement is not null) as "no_survey",
           not exists (select 1 from employment_spells where annual_salary_minor is not null) as "no_pay",
           not exists (select 1 from employees where service_orientation is not null) as "no_scores"`;
  return neededData.filter((name) => row?.[toCamel(name)]);
}

/** The pool turns column names into camel case. */
function toCamel(name: string): string {
  return name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
