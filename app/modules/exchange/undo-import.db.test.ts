import { spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { commandLineScope } from "~/modules/access/require-scope.server";
import { buildCompany, buildScope, buildUnit } from "../../../tests/builders/company";
import { importFile, writeImportFile } from "../../../tests/builders/import-file";
import { findRun } from "./runs/get-run.server";
import { closeSilentRuns } from "./runs/heartbeat.server";
import { kindsInScope, listRuns } from "./runs/list-runs.server";
import { undoImport } from "./runs/undo-import.server";

beforeAll(() => buildCompany());
beforeEach(async () => {
  await sql()`truncate org_units, employees, employment_spells, accounts, contacts, revenue_entries, assignments,
    interactions, cases, satisfaction_responses, import_runs, audit_events, rollup_queue cascade`;
});

const people = commandLineScope("import.people");
const customers = commandLineScope("import.customers");
const accounts = "account_number,name,acquired_on,segment\n";
const codes = (result: Awaited<ReturnType<typeof undoImport>>) =>
  result.isUndone
    ? []
    : result.obstacles.map(({ code, params }) =>
        `${code} ${params["table"] ?? ""} ${params["count"] ?? ""}`.trim(),
      );

describe("undo", () => {
  it("removes what was created, restores what was changed, and is audited", async () => {
    await importFile("accounts", `${accounts}A-1,One,2023-01-01,Key\n`);
    const second = await importFile("accounts", `${accounts}A-1,Uno,2023-02-01,\nA-2,Two,2024-01-01,Mid\n`);
    expect(await undoImport(customers, second.runId)).toEqual({ isUndone: true, removed: 1, restored: 1 });
    const rows = await sql()`select account_number, name, acquired_on, segment from accounts`;
    expect(rows).toEqual([{ accountNumber: "A-1", name: "One", acquiredOn: "2023-01-01", segment: "Key" }]);
    const { run } = await findRun(second.runId);
    expect([run.status, run.state.undo?.removed]).toEqual(["undone", 1]);
    const events = await sql()`select action from audit_events order by id`;
    expect(events.map((event) => event["action"])).toEqual(["import.apply", "import.apply", "import.undo"]);
    await expect(undoImport(customers, second.runId)).rejects.toThrow("applied");
  });

  it("takes people back together with their first spells", async () => {
    await buildUnit({ name: "North" });
    const run = await importFile(
      "employees",
      "employee_number,name,org_unit,hired_on\nE-1,One,North,2024-01-01\n",
    );
    expect(await undoImport(people, run.runId)).toMatchObject({ isUndone: true, removed: 1 });
    expect((await sql()`select 1 from employees union all select 1 from employment_spells`).length).toBe(0);
  });

  it("puts an updated spell back", async () => {
    await buildUnit({ name: "North" });
    await importFile("employees", "employee_number,name,org_unit,hired_on,fte\nE-1,One,North,2024-01-01,1\n");
    const run = await importFile(
      "employees",
      "employee_number,name,org_unit,hired_on,fte\nE-1,One,North,2024-01-01,0.5\n",
    );
    expect(run.counts.updated).toBe(1);
    expect(await undoImport(people, run.runId)).toMatchObject({ isUndone: true, restored: 1 });
    expect((await sql()`select fte from employment_spells`)[0]?.["fte"]).toBe("1.000");
  });

  it("refuses with reasons where somebody has built on it", async () => {
    const first = await importFile("accounts", `${accounts}A-1,One,2023-01-01,Key\nA-2,Two,2023-01-01,Key\n`);
    const revenue = await importFile("revenue", "account_number,booked_on,amount\nA-1,2026-01-01,5\n");
    expect(codes(await undoImport(customers, first.runId))).toEqual(["referenced accounts 1"]);
    expect(await undoImport(customers, revenue.runId)).toMatchObject({ isUndone: true });
    const later = await importFile("accounts", `${accounts}A-2,Zwei,2023-01-01,Key\n`);
    expect(codes(await undoImport(customers, first.runId))).toEqual(["importedSince accounts 1"]);
    await sql()`update accounts set name = 'Deux', updated_at = now() where account_number = 'A-2'`;
    expect(codes(await undoImport(customers, later.runId))).toEqual(["changedSince accounts 1"]);
    expect((await sql()`select 1 from accounts`).length).toBe(2);
  });

  it("refuses when a created row was edited by hand, seen from the audit trail", async () => {
    await importFile("accounts", `${accounts}A-1,One,2023-01-01,Key\n`);
    const run = await importFile("contacts", "account_number,name\nA-1,Ann\n");
    await sql()`insert into audit_events (id, actor_name, action, subject_type, subject_id)
                select gen_random_uuid(), 'Someone', 'contact.update', 'contact', id::text from contacts`;
    expect(codes(await undoImport(customers, run.runId))).toEqual(["editedSince contacts 1"]);
  });

  it("is for those who may import the kind, and for existing runs", async () => {
    const run = await importFile("accounts", `${accounts}A-1,One,2023-01-01,Key\n`);
    await expect(undoImport(people, run.runId)).rejects.toThrow("No such import");
    for (const id of ["x", "'; drop table accounts; --", "00000000-0000-7000-8000-000000000000"])
      await expect(undoImport(customers, id)).rejects.toThrow("No such import");
  });
});

describe("who sees which imports", () => {
  it("goes by the kind's capability", async () => {
    await buildUnit({ name: "North" });
    await importFile("accounts", `${accounts}A-1,One,2023-01-01,Key\n`);
    await importFile("employees", "employee_number,name,org_unit,hired_on\nE-1,One,North,2024-01-01\n");
    const hr = buildScope("import.people", { roles: ["hr"] });
    const admin = buildScope("import.customers", { roles: ["admin"] });
    const both = buildScope("import.people", { roles: ["hr", "admin"] });
    expect((await listRuns(hr, null)).runs.map((run) => run.kind)).toEqual(["employees"]);
    expect((await listRuns(admin, null)).runs.map((run) => run.kind)).toEqual(["accounts"]);
    expect((await listRuns(both, null)).runs.length).toBe(2);
    expect([kindsInScope(hr).length, kindsInScope(admin).length, kindsInScope(both).length]).toEqual([
      6, 8, 14,
    ]);
    for (const role of ["sales_manager", "leadership", "employee"] as const)
      expect(() => buildScope("import.customers", { roles: [role] })).toThrow();
  });
});

describe("an import killed in the middle", () => {
  it("leaves no row and no table behind, and its run says so", async () => {
    await importFile("accounts", `${accounts}A-1,One,2023-01-01,Key\n`);
    const lines = Array.from({ length: 400_000 }, (_, index) => `A-1,2026-01-01,${index + 1}`);
    const file = writeImportFile(`account_number,booked_on,amount\n${lines.join("\n")}\n`);
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/import.ts", "revenue", file], {
      stdio: "ignore",
    });
    for (;;) {
      const [run] = await sql()`select read_rows from import_runs where kind = 'revenue'`;
      if (run && Number(run["readRows"]) > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill("SIGKILL");
    await once(child, "exit");
    await expect
      .poll(
        async () =>
          (
            await sql()`select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`
          ).length,
        { timeout: 30_000 },
      )
      .toBe(0);
    expect((await sql()`select 1 from revenue_entries`).length).toBe(0);
    expect(
      (await sql()`select 1 from pg_class where relname like 'import_stage%' or relname like 'import_rows%'`)
        .length,
    ).toBe(0);
    await sql()`update import_runs set options = options || '{"seenAt": "2026-01-01T00:00:00Z"}' where kind = 'revenue'`;
    await closeSilentRuns();
    const [run] =
      await sql()`select status, options->'problem'->>'code' as code from import_runs where kind = 'revenue'`;
    expect(run).toEqual({ status: "failed", code: "interrupted" });
  });
});
