import { sql } from "~/db/sql.server";
import { accountsInScope } from "~/modules/access/row-scope.server";
import type { Scope } from "~/modules/access/scope";

export interface AccountChoices {
  readonly segments: readonly string[];
  readonly regions: readonly string[];
}

const keptMs = 60_000;
const most = 500;
const keptByScope = new Map<string, { until: number; choices: Promise<AccountChoices> }>();

/** Which segments and regions do the accounts in scope have? Read over all of them, so it is kept for a minute. */
export async function listAccountChoices(scope: Scope<"customers.read">): Promise<AccountChoices> {
  const key = scope.all ? "all" : `${[...scope.unitIds].sort().join()}/${scope.ownEmployeeId ?? ""}`;
  const kept = keptByScope.get(key);
  if (kept && kept.until > Date.now()) return kept.choices;
  if (keptByScope.size >= most) keptByScope.clear();
  const choices = selectChoices(scope);
  keptByScope.set(key, { until: Date.now() + keptMs, choices });
  choices.catch(() => keptByScope.delete(key));
  return choices;
}

async function selectChoices(scope: Scope<"customers.read">): Promise<AccountChoices> {
  const db = sql();
  const rows = await db<{ kind: "segment" | "region"; value: string }[]>`
    with pairs as (
      select distinct s.segment, s.region from account_summaries s
      where s.status <> 'archived' and ${accountsInScope(db, scope)})
    select distinct 'segment' as kind, segment as value from pairs where segment is not null
    union all select distinct 'region', region from pairs where region is not null
    order by 1, 2 limit 1000`;
  const valuesOf = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.value);
  return { segments: valuesOf("segment"), regions: valuesOf("region") };
}

/** The name behind `?owner=`, where that person owns an account in scope. */
export async function findOwnerName(scope: Scope<"customers.read">, ownerId: string): Promise<string | null> {
  const db = sql();
  const [row] = await db<{ ownerName: string }[]>`
    select s.owner_name from account_summaries s where s.owner_id = ${ownerId} and ${accountsInScope(db, scope)} limit 1`;
  return row?.ownerName ?? null;
}
