/** Who is who in the running company: for each role a person and an account in reach, and ones out of it. */
import { connectSql, type Sql } from "../../app/db/sql.server";
import type { Role } from "../../app/modules/access/roles";
import { demoLogins } from "../../prisma/demo/demo-logins";
import { buildRunResults } from "../builders/driver-results";
import { storeFinishedRun } from "../builders/driver-runs";

export type Params = Readonly<Record<string, string>>;

export interface World {
  readonly sql: Sql;
  /** Ids that the role reaches where it has the capability at all. */
  readonly mine: Readonly<Record<Role, Params>>;
  /** Ids out of reach, for the roles that do not reach every row. */
  readonly foreign: Readonly<Partial<Record<Role, Params>>>;
  readonly leaver: string;
  readonly runs: { readonly hr: string; readonly admin: string };
}

/** Written into the company before the walk; no one but HR may ever be shown it. */
const secretPayMinor = 98_765_432;
export const secretPay = /98765432|987654\.32|987(?:[,.'’\s\u00a0\u202f]|&nbsp;)?654/;
/** No one at all may ever be shown it. */
export const secretComment = "zebra crossing at midnight";

export async function prepareWorld(databaseUrl: string): Promise<World> {
  const sql = connectSql(databaseUrl, { max: 2 });
  const subtree = sql`
    with recursive tree as (
      select org_unit_id as id from users where email = 'sales@relata.example'
      union all select u.id from org_units u join tree on u.parent_id = tree.id)
    select id from tree`;
  const [person] = await sql`
    select employee_id as id from employee_summaries where org_unit_id in (${subtree}) and status = 'active'
      and employee_id <> all (select employee_id from users where employee_id is not null) order by employee_number limit 1`;
  const [stranger] = await sql`
    select employee_id as id from employee_summaries where org_unit_id not in (${subtree}) and status = 'active'
      and employee_id <> all (select employee_id from users where employee_id is not null) order by employee_number limit 1`;
  const [leaver] =
    await sql`select id from employees where left_on < current_date - 60 order by left_on desc limit 1`;
  const [self] = await sql`select employee_id as id from users where email = 'employee@relata.example'`;
  const [user] = await sql`select id from users where email = 'leadership@relata.example'`;
  const inReach = await accountOf(sql, sql`s.scope_unit_id in (${subtree})`);
  const outOfReach = await accountOf(
    sql,
    sql`s.scope_unit_id not in (${subtree}) and not exists (
      select 1 from assignments a where a.account_id = s.account_id and a.employee_id = ${self?.["id"]})`,
  );
  const ownAccount = await accountOf(
    sql,
    sql`exists (select 1 from assignments a where a.account_id = s.account_id and a.ends_on is null and a.employee_id = ${self?.["id"]})`,
  );
  await storeFinishedRun(sql, buildRunResults());
  await plantSecrets(sql, [String(person?.["id"]), String(stranger?.["id"]), String(self?.["id"])]);

  const programme = await programmeOf(sql);
  const base = {
    ...inReach,
    ...programme.mine,
    id: String(person?.["id"]),
    userId: String(user?.["id"]),
    check: "training_outside_employment",
    key: "satisfaction.training",
    programme: "training",
    figure: "cost",
    scenarioId: await planScenario(sql),
  };
  const foreign = { ...outOfReach, ...programme.foreign, id: String(stranger?.["id"]), userId: base.userId };
  return {
    sql,
    mine: {
      hr: base,
      sales_manager: base,
      leadership: base,
      admin: base,
      employee: { ...base, ...ownAccount, id: String(self?.["id"]) },
    },
    foreign: { sales_manager: foreign, employee: foreign },
    leaver: String(leaver?.["id"]),
    runs: { hr: await planRun(sql, "employees"), admin: await planRun(sql, "accounts") },
  };
}

async function accountOf(sql: Sql, where: ReturnType<Sql>): Promise<Params> {
  const [row] = await sql`
    select s.account_id, (select id from contacts where account_id = s.account_id and archived_at is null limit 1) as contact_id,
           (select id from assignments where account_id = s.account_id and ends_on is null limit 1) as assignment_id
    from account_summaries s
    where s.status = 'customer' and ${where}
      and exists (select 1 from contacts c where c.account_id = s.account_id and c.archived_at is null)
      and exists (select 1 from assignments a where a.account_id = s.account_id and a.ends_on is null)
    order by s.account_number limit 1`;
  if (!row) throw new Error("the generated company has no such account");
  const accountId = String(row["accountId"]);
  const [made] = await sql`
    insert into cases (account_id, id, case_number, subject, opened_at)
    values (${accountId}, gen_random_uuid(), ${`W-${accountId.slice(-6)}`}, 'Opened for the walk', now() - interval '1 day')
    on conflict (account_id, case_number) do update set subject = excluded.subject returning id`;
  return {
    accountId,
    contactId: String(row["contactId"]),
    assignmentId: String(row["assignmentId"]),
    caseId: String(made?.["id"]),
  };
}

/** Records of the programme; the foreign ones are for a unit that neither the sales manager nor the employee is in. */
async function programmeOf(sql: Sql): Promise<{ mine: Params; foreign: Params }> {
  const [unit] = await sql`select id from org_units where code = 'CN'`;
  const [goal] = await sql`
    insert into programme_goals (id, kind, title, org_unit_id, baseline_on, due_on, description)
    values (gen_random_uuid(), 'qualitative', 'For the walk', ${unit?.["id"]}, current_date - 30, current_date + 30, 'It is seen by those it is for')
    returning id`;
  const [mine] = await sql`
    select (select id from programme_goals where org_unit_id is null limit 1) as goal_id,
           (select id from programme_risks limit 1) as risk_id, (select id from programme_problems limit 1) as problem_id,
           (select id from programme_responsibilities limit 1) as responsibility_id,
           (select id from announcements where org_unit_id is null limit 1) as announcement_id`;
  const [foreign] =
    await sql`select id as announcement_id from announcements where org_unit_id = ${unit?.["id"]} limit 1`;
  return {
    mine: { ...(mine as Params), item: "scope" },
    foreign: {
      goalId: String(goal?.["id"]),
      announcementId: String(foreign?.["announcementId"]),
      item: "nothing",
    },
  };
}

async function plantSecrets(sql: Sql, people: readonly string[]): Promise<void> {
  for (const id of people) {
    await sql`update employment_spells set annual_salary_minor = ${secretPayMinor}, currency = 'EUR'
              where employee_id = ${id} and ends_on is null`;
    await sql`insert into cost_entries (id, employee_id, category, kind, amount_minor, currency, incurred_on)
              values (gen_random_uuid(), ${id}, 'retention', 'bonus', ${secretPayMinor}, 'EUR', current_date - 40)`;
    await sql`update survey_answers set comment = ${secretComment} where employee_id = ${id}`;
    await sql`insert into rollup_queue (kind, key) values ('employee', ${id}) on conflict do nothing`;
  }
}

async function planScenario(sql: Sql): Promise<string> {
  const nil = { low: 0, base: 0, high: 0 };
  const result = {
    levers: [],
    cost: nil,
    net: nil,
    leftOut: nil,
    gainProbability: 0,
    currency: "EUR",
    horizonMonths: 36,
    draws: 10_000,
  };
  const [row] = await sql`
    insert into scenarios (id, name, levers, result, stamp, created_by, updated_at)
    values (gen_random_uuid(), 'Walk', '{}', ${sql.json(result)}, 'walk', 'walk', now()) returning id`;
  return String(row?.["id"]);
}

async function planRun(sql: Sql, kind: string): Promise<string> {
  const [row] = await sql`
    insert into import_runs (id, kind, file_name, status, actor_name, finished_at)
    values (gen_random_uuid(), ${kind}, 'walk.csv', 'failed', 'walk', now()) returning id`;
  return String(row?.["id"]);
}

export const emailOf = (role: Role) => demoLogins.find((login) => login.role === role)?.email ?? "";
