import { expect, it } from "vitest";
import { queueRollup } from "~/db/rollup-queue";
import { runInSql } from "~/db/run-statement.server";
import { type Sql, sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildUnit,
} from "../../../../tests/builders/company";
import { drainRollups } from "./drain-rollups.server";
import { refreshAllRollups } from "./refresh-all-rollups.server";

it("makes a handover one after a departure when the leaving date is recorded later", async () => {
  await buildCompany();
  const unitId = await buildUnit();
  const [gone, successor] = [await buildEmployee({ unitId }), await buildEmployee({ unitId })];
  const accountId = await buildAccount({ acquiredOn: "2025-01-01" });
  await buildAssignment({ accountId, employeeId: gone, startsOn: "2025-01-01", endsOn: "2026-03-01" });
  await buildAssignment({ accountId, employeeId: successor, startsOn: "2026-03-01" });
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
              values (${accountId}, gen_random_uuid(), '2026-01-15', 1000, 'EUR')`;
  await refreshAllRollups(sql());
  const counted = async () =>
    (
      await sql()<
        { n: number }[]
      >`select sum(handovers_after_departure)::int as n from account_months where account_id = ${accountId}`
    )[0]!.n;
  expect(await counted()).toBe(0);

  await sql()`update employees set left_on = '2026-03-01' where id = ${gone}`;
  await runInSql(sql(), queueRollup("employee", [gone]));
  await drainRollups(sql() as Sql);
  expect(await counted()).toBe(1);
});
