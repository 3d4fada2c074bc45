import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { queueRollup, type RollupKind } from "~/db/rollup-queue";
import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import { addDays, type CalendarDate } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import { createGenerator } from "~/stats/random/generator";
import { loadDemoCompany } from "../../../../prisma/demo/load-demo-company";
import { drainRollups } from "./drain-rollups.server";
import { panelStamp } from "./panel-stamp.server";
import { refreshAllRollups } from "./refresh-all-rollups.server";

const tables = ["employee_months", "panel_months"] as const;
const random = createGenerator(20);
let today: CalendarDate;

beforeAll(async () => {
  await loadDemoCompany(sql(), { size: "small", seed: 3, months: 18 });
  ({ today } = await companyToday(sql()));
});

const dayBack = (most: number) => addDays(today, -Math.floor(random.uniform() * most) - 1);
const pick = async (from: string) => {
  const [row] = await sql().unsafe(
    `select * from (${from}) candidates order by md5(candidates::text || '${random.uniform()}') limit 1`,
  );
  if (!row) throw new Error(`nothing to pick from: ${from}`);
  return row as Record<string, string>;
};
const queue = (kind: RollupKind, ...ids: (string | undefined)[]) =>
  runInSql(
    sql(),
    queueRollup(
      kind,
      ids.filter((id) => id !== undefined),
    ),
  );
const employed = "select id, hired_on, left_on from employees where left_on is null";

/** Facts as they come late: each writes what a page or an import would write, and queues what it would queue. */
const lateFacts: Readonly<Record<string, () => Promise<unknown>>> = {
  training: async () => {
    const { id } = await pick(employed);
    await sql()`insert into training_records (id, employee_id, course, hours, completed_on)
      values (${uuidv7()}, ${id!}, ${`Late ${random.uniform()}`}, ${Math.ceil(random.uniform() * 40)}, ${dayBack(600)})`;
    await queue("employee", id);
  },
  trainingWithdrawn: async () => {
    const row = await pick("select id, employee_id from training_records");
    await sql()`delete from training_records where id = ${row["id"]!}`;
    await queue("employee", row["employeeId"]);
  },
  answers: async () => {
    const { id } = await pick(employed);
    await sql()`insert into survey_answers (id, employee_id, survey, answered_on, engagement, values_alignment)
      values (${uuidv7()}, ${id!}, ${`Late ${random.uniform()}`}, ${dayBack(500)}, ${1 + Math.floor(random.uniform() * 5)},
              ${random.uniform() < 0.5 ? null : 3.5})`;
    await queue("employee", id);
  },
  pay: async () => {
    const row = await pick(
      "select id, employee_id from employment_spells where annual_salary_minor is not null",
    );
    await sql()`update employment_spells set annual_salary_minor = annual_salary_minor * ${1 + random.uniform()}::float8 where id = ${row["id"]!}`;
    await queue("employee", row["employeeId"]);
  },
  hours: async () => {
    const row = await pick("select id, employee_id from employment_spells");
    await sql()`update employment_spells set fte = ${0.5 + Math.round(random.uniform() * 5) / 10} where id = ${row["id"]!}`;
    await queue("employee", row["employeeId"]);
  },
  job: async () => {
    const row = await pick("select id, employee_id from employment_spells");
    await sql()`update employment_spells set job_title = ${random.uniform() < 0.2 ? null : "Account manager"} where id = ${row["id"]!}`;
    await queue("employee", row["employeeId"]);
  },
  secondOwner: async () => {
    const account = await pick("select id from accounts");
    const { id } = await pick(employed);
    await sql()`insert into assignments (account_id, id, employee_id, role, share, starts_on)
      values (${account["id"]!}, ${uuidv7()}, ${id!}, ${random.uniform() < 0.6 ? "owner" : "support"}::assignment_role,
              ${random.uniform() < 0.5 ? null : 0.2}, ${dayBack(300)}) on conflict do nothing`;
    await queue("account", account["id"]);
    await queue("ownership", account["id"]);
    await queue("employee", id);
  },
  assignmentEnded: async () => {
    const row = await pick(
      "select account_id, id, employee_id, starts_on from assignments where ends_on is null and starts_on < current_date - 5",
    );
    const day = dayBack(200);
    await sql()`update assignments set ends_on = ${day > row["startsOn"]! ? day : addDays(today, -1)},
      end_cause = ${random.uniform() < 0.5 ? "planned" : null}::assignment_end_cause where account_id = ${row["accountId"]!} and id = ${row["id"]!}`;
    await queue("account", row["accountId"]);
    await queue("ownership", row["accountId"]);
    await queue("employee", row["employeeId"]);
  },
  assignmentWithdrawn: async () => {
    const row = await pick("select account_id, id, employee_id from assignments");
    await sql()`delete from assignments where account_id = ${row["accountId"]!} and id = ${row["id"]!}`;
    await queue("account", row["accountId"]);
    await queue("ownership", row["accountId"]);
    await queue("employee", row["employeeId"]);
  },
  departure: async () => {
    const row = await pick(employed);
    const day = dayBack(120);
    await sql()`update employees set left_on = ${day > row["hiredOn"]! ? day : today}, leave_reason = 'voluntary' where id = ${row["id"]!}`;
    await queue("employee", row["id"]);
  },
  reinstatement: async () => {
    const { id } = await pick("select id from employees where left_on is not null");
    await sql()`update employees set left_on = null, leave_reason = null, regretted = null where id = ${id!}`;
    await queue("employee", id);
  },
  hiring: async () => {
    const row = await pick(employed);
    await sql()`update employees set hired_on = hired_on + ${Math.floor(random.uniform() * 80) - 40}::int
      where id = ${row["id"]!} and hired_on < ${addDays(today, -80)}`;
    await queue("employee", row["id"]);
  },
  revenue: async () => {
    const { id } = await pick("select id from accounts");
    await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency, cost_of_goods_minor)
      values (${id!}, ${uuidv7()}, ${dayBack(400)}, ${Math.floor(random.uniform() * 1e6)}, 'EUR', 1000)`;
    await queue("account", id);
  },
  satisfaction: async () => {
    const { id } = await pick("select id from accounts");
    await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
      values (${id!}, ${uuidv7()}, 'csat', ${1 + Math.floor(random.uniform() * 5)}, ${dayBack(400)})`;
    await queue("account", id);
  },
  loss: async () => {
    const row = await pick("select id, acquired_on from accounts where churned_on is null");
    const day = dayBack(200);
    await sql()`update accounts set churned_on = ${day > row["acquiredOn"]! ? day : today} where id = ${row["id"]!}`;
    await queue("account", row["id"]);
  },
  lossWithdrawn: async () => {
    const { id } = await pick("select id from accounts where churned_on is not null");
    await sql()`update accounts set churned_on = null, churn_reason = null where id = ${id!}`;
    await queue("account", id);
  },
  acquisition: async () => {
    const { id } = await pick("select id from accounts where churned_on is null");
    await sql()`update accounts set acquired_on = ${dayBack(700)} where id = ${id!}`;
    await queue("account", id);
  },
};

async function drain(): Promise<void> {
  while ((await drainRollups(sql())) > 0);
}

/** What the tables that were kept up to date hold otherwise than tables built from nothing. */
async function differencesFromRebuild(): Promise<unknown[]> {
  for (const table of tables) {
    await sql().unsafe(`drop table if exists kept_${table}`);
    await sql().unsafe(`create table kept_${table} as table ${table}`);
    await sql().unsafe(`truncate ${table}`);
  }
  await refreshAllRollups(sql());
  const found: unknown[] = [];
  for (const table of tables) {
    const kept = await sql().unsafe(
      `select 'kept' as side, * from (table kept_${table} except table ${table}) k
       union all select 'rebuilt', * from (table ${table} except table kept_${table}) r order by 2, 3 limit 6`,
    );
    found.push(...kept);
  }
  return found;
}

describe("the panel that is kept up to date", () => {
  it.each([
    ["what people learn and answer", ["training", "trainingWithdrawn", "answers"]],
    ["pay, hours and job titles", ["pay", "hours", "job"]],
    ["assignments", ["secondOwner", "assignmentEnded", "assignmentWithdrawn"]],
    ["hiring and leaving", ["departure", "reinstatement", "hiring"]],
    ["what accounts say and bring", ["revenue", "satisfaction"]],
    ["won and lost accounts", ["loss", "lossWithdrawn", "acquisition"]],
  ])("equals one built from nothing after late facts: %s", async (_, names) => {
    for (const name of names) {
      for (let turn = 0; turn < 4; turn++) await lateFacts[name]!();
      await drain();
    }
    expect(await differencesFromRebuild()).toEqual([]);
  });

  it("equals one built from nothing after a hundred late facts of every kind at once", async () => {
    const names = Object.keys(lateFacts);
    for (let turn = 0; turn < 100; turn++) await lateFacts[names[turn % names.length]!]!();
    await drain();
    expect(await differencesFromRebuild()).toEqual([]);
  });

  it("begins earlier for everybody when a fact comes before all others", async () => {
    const { id } = await pick("select id from accounts where acquired_on < current_date - 1000");
    const [first] = await sql()`select min(booked_on) - 40 as day from revenue_entries`;
    await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
      values (${id!}, ${uuidv7()}, ${first!["day"]}, 100, 'EUR')`;
    await queue("account", id);
    await drain();
    expect(await differencesFromRebuild()).toEqual([]);
  });

  it("keeps its stamp while nothing changes, and takes another when one value does", async () => {
    const stamp = await panelStamp(sql());
    const { id } = await pick("select id from accounts where churned_on is null");
    await queue("account", id);
    await drain();
    await refreshAllRollups(sql());
    expect(await panelStamp(sql())).toBe(stamp);
    await lateFacts["revenue"]!();
    await drain();
    expect(await panelStamp(sql())).not.toBe(stamp);
  });
});
