import { describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { loadDemoCompany } from "../../../../prisma/demo/load-demo-company";
import { drainAllocation } from "./drain-allocation.server";

describe("x", () => {
  it("demo", async () => {
    await loadDemoCompany(sql(), { size: "small", seed: 3 });
    const t = performance.now();
    console.log(await drainAllocation(sql()), performance.now() - t);
    console.log(await sql()`select * from allocation_months order by month desc limit 5`);
    console.log(await sql()`select * from ledger_cost_months order by month desc, category limit 12`);
    console.log(
      await sql()`select month::text, reason, category, sum(amount_minor), sum(people) from unallocated_cost_months where month='2026-06-01' group by 1,2,3 order by 2,3`,
    );
    console.log(await sql()`select * from account_cost_months where month='2026-06-01' limit 2`);
  }, 120000);
});
