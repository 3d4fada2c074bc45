import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../app/db/sql.server";
import { verifyPassword } from "../../app/modules/access/password.server";
import { commandLineScope } from "../../app/modules/access/require-scope.server";
import { assessHealth } from "../../app/modules/linkage/panel/health";
import { listGoals } from "../../app/modules/programme/list-goals.server";
import { companyColumns } from "./company-columns";
import { demoLogins } from "./demo-logins";
import { type DemoLoad, loadDemoCompany } from "./load-demo-company";

const options = { size: "small", seed: 7, today: "2026-11-21" } as const;
const tables = Object.keys(companyColumns);
const rollups = [
  "account_months",
  "account_summaries",
  "employee_summaries",
  "unit_customer_months",
  "unit_people_months",
  "employee_months",
  "panel_months",
];

/** What is written beside the ledgers: the programme, and the rates that all money is converted by. */
const besideTheLedgers = [
  "exchange_rates",
  "programme_charters",
  "programme_responsibilities",
  "programme_goals",
  "programme_readiness",
  "readiness_evidence",
  "programme_risks",
  "programme_problems",
  "announcements",
  "announcement_reads",
  "announcement_feedback",
];

/** Everything that a migration decides: constraints, indexes and defaults, in PostgreSQL's own words. */
async function readSchema(): Promise<unknown> {
  return {
    constraints: await sql()`
      select conrelid::regclass::text as table_name, conname, convalidated, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
    indexes:
      await sql()`select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
    columns: await sql()`
      select table_name, column_name, column_default, is_nullable, data_type
      from information_schema.columns where table_schema = 'public' order by 1, 2`,
  };
}

/** One fingerprint a table, over every column of every row. */
async function fingerprints(names: readonly string[]): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of names) {
    const [row] = await sql().unsafe(
      `select count(*) || ' ' || md5(string_agg(md5(t::text), '' order by t::text)) as print from ${table} t`,
    );
    prints[table] = String(row?.["print"]);
  }
  return prints;
}

let schemaBefore: unknown;
let loaded: DemoLoad;

beforeAll(async () => {
  schemaBefore = await readSchema();
  loaded = await loadDemoCompany(sql(), options);
});

describe("the generated company", () => {
  it("leaves the schema exactly as the migrations made it", async () => {
    expect(await readSchema()).toEqual(schemaBefore);
  });

  it("refuses a database that holds anything, in one line", async () => {
    await expect(loadDemoCompany(sql(), options)).rejects.toThrow(
      /^The generated company needs an empty database.*$/,
    );
  });

  it("counts the rows it copied", async () => {
    let count = 0;
    for (const table of tables) {
      const [row] = await sql().unsafe(`select count(*)::int as n from ${table}`);
      count += Number(row?.["n"]);
    }
    expect(count).toBe(loaded.rowCount);
  });

  it("gives each role a login that works, the sales manager a region with accounts, the employee accounts to own", async () => {
    for (const { role, email } of demoLogins) {
      const [user] = await sql()`
        select u.password_hash, u.org_unit_id, u.employee_id, e.left_on,
               (select count(*)::int from account_summaries s where s.owner_id = u.employee_id) as owned
        from users u join user_roles r on r.user_id = u.id join employees e on e.id = u.employee_id
        where u.email = ${email} and r.role = ${role}::role`;
      expect(await verifyPassword(String(user?.["passwordHash"]), loaded.password)).toBe(true);
      expect(user?.["leftOn"]).toBeNull();
      if (role === "employee") expect(user?.["owned"]).toBeGreaterThanOrEqual(3);
      if (role !== "sales_manager") continue;
      const [scope] = await sql()`
        with recursive subtree as (
          select id from org_units where id = ${user?.["orgUnitId"] as string}
          union all select u.id from org_units u join subtree s on u.parent_id = s.id)
        select count(*)::int as accounts, count(*) filter (where health in ('watch', 'falling'))::int as at_risk
        from account_summaries where scope_unit_id in (select id from subtree) and status = 'customer'`;
      expect(scope?.["accounts"]).toBeGreaterThan(50);
      expect(scope?.["atRisk"]).toBeGreaterThanOrEqual(3);
    }
  });

  it("holds nothing that has not happened yet, and goes up to the present month", async () => {
    const facts = [
      ["revenue_entries", "booked_on"],
      ["satisfaction_responses", "answered_on"],
      ["interactions", "occurred_at"],
      ["cost_entries", "incurred_on"],
      ["training_records", "completed_on"],
    ];
    for (const [table, column] of [...facts, ["employees", "hired_on"], ["accounts", "acquired_on"]]) {
      const [row] = await sql().unsafe(`select max(${column})::date as last from ${table}`);
      const last = String(row?.["last"]);
      expect([table, last <= options.today]).toEqual([table, true]);
      if (facts.some(([name]) => name === table))
        expect([table, last >= "2026-11-01"]).toEqual([table, true]);
    }
  });

  it("shows the dip in the months after a handover, and no such dip before it", async () => {
    const rows = await sql()`
      with handed as (
        select account_id, month from account_months where handovers > 0),
      around as (
        select (extract(year from age(m.month, h.month)) * 12 + extract(month from age(m.month, h.month)))::int as k,
               m.csat_sum, m.csat_n, (select sum(a.csat_sum) * 1.0 / nullif(sum(a.csat_n), 0) from account_months a where a.account_id = m.account_id) as own
        from handed h join account_months m on m.account_id = h.account_id
        where m.csat_n > 0 and m.month between h.month - interval '4 months' and h.month + interval '2 months')
      select k >= 0 as after, (sum(csat_sum - own * csat_n) / sum(csat_n))::float as deviation, sum(csat_n)::int as n from around group by 1 order by 1`;
    const [before, after] = rows;
    expect(Number(after?.["n"])).toBeGreaterThan(200);
    expect(Number(after?.["deviation"])).toBeLessThan(-0.08);
    expect(Number(before?.["deviation"]) - Number(after?.["deviation"])).toBeGreaterThan(0.08);
  });

  it("has the health that the plain rule gives, on every account", async () => {
    const rows = await sql()`
      select s.*, e.workload_z, p.hired_on > s.as_of - interval '6 months' as is_owner_new,
             s.last_handover_on > s.as_of - interval '6 months' as is_handed_over_recently,
             s.as_of - coalesce((s.last_contact_at at time zone 'Europe/Berlin')::date, s.acquired_on) as days_without_contact,
             (select count(*)::int from cases c where c.account_id = s.account_id and c.resolved_at is null
                and c.opened_at < timestamptz '2026-11-22 00:00+01' - make_interval(days =>
                  case c.priority when 'urgent' then 1 when 'high' then 3 when 'normal' then 7 else 14 end)) as overdue_cases
      from account_summaries s left join employee_summaries e on e.employee_id = s.owner_id left join employees p on p.id = s.owner_id`;
    expect(rows.length).toBe(600);
    const numeric = (value: unknown) => (value === null ? null : Number(value));
    const differing = rows.filter((row) => {
      const { health, reasons } = assessHealth({
        isCustomer: row["status"] === "customer",
        csatN3m: row["csatN3m"],
        csatMean3m: numeric(row["csatMean3m"]),
        csatNPrior9m: row["csatNPrior9m"],
        csatMeanPrior9m: numeric(row["csatMeanPrior9m"]),
        csatN12m: row["csatN12m"],
        csatMean12m: numeric(row["csatMean12m"]),
        hasOwner: row["ownerId"] !== null,
        handovers12m: row["handovers12m"],
        isHandedOverRecently: Boolean(row["isHandedOverRecently"]),
        isOwnerNew: Boolean(row["isOwnerNew"]),
        ownerWorkloadZ: numeric(row["workloadZ"]),
        overdueCases: row["overdueCases"],
        daysWithoutContact: row["daysWithoutContact"],
      });
      return health !== row["health"] || reasons.join() !== row["riskReasons"].join();
    });
    expect(differing.map((row) => [row["accountNumber"], row["health"], row["riskReasons"]])).toEqual([]);
  });

  it("has a programme whose goals can all be measured, with nothing that has not happened yet", async () => {
    const goals = await listGoals(commandLineScope("programme.read"));
    const unmeasured = goals.filter((goal) => goal.progress.status === "unknown");
    expect(unmeasured.map((goal) => [goal.title, goal.actual?.reason])).toEqual([]);
    expect(new Set(goals.map((goal) => goal.progress.status)).size).toBeGreaterThan(1);
    const [last] = await sql()`
      select greatest((select max(found_on) from programme_problems), (select max(dated_on) from readiness_evidence),
                      (select max(asked_on) from announcement_feedback), (select max(published_at)::date from announcements)) as day`;
    expect(String(last?.["day"]) <= options.today).toBe(true);
  });

  it("is bilingual: the Chinese region has Chinese accounts and people", async () => {
    const [row] = await sql()`
      select (select count(*)::int from accounts where name ~ '[一-龥]{4}' and region = '中国区 China') as accounts,
             (select count(*)::int from accounts where region = '中国区 China') as all_accounts,
             (select count(*)::int from employees where name ~ '^[一-龥]{2,4}$') as people`;
    expect(row?.["accounts"]).toBe(row?.["allAccounts"]);
    expect(row?.["people"]).toBeGreaterThan(8);
  });
});

describe("the seed", () => {
  it("gives the same rows to the byte when it is loaded again, rollups included, and others for another seed", async () => {
    const everything = [...tables, ...rollups, ...besideTheLedgers];
    const first = await fingerprints(everything);
    const empty = () =>
      sql().unsafe(
        `truncate ${tables.join(", ")}, ${rollups.join(", ")}, ${besideTheLedgers.join(", ")}, users, company_settings cascade`,
      );
    await empty();
    await loadDemoCompany(sql(), options);
    expect(await fingerprints(everything)).toEqual(first);
    await empty();
    await loadDemoCompany(sql(), { ...options, seed: 8 });
    expect((await fingerprints(["revenue_entries"]))["revenue_entries"]).not.toBe(first["revenue_entries"]);
  });

  it("runs over as many months as asked", async () => {
    const [row] = await sql()`select count(distinct month)::int as months from account_months`;
    expect(row).toEqual({ months: 36 });
  });
});
