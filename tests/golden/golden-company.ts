/** Imports the golden company from its files, as its company would, on 15 April 2026. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { vi } from "vitest";
import { sql } from "~/db/sql.server";
import type { ImportKindName } from "~/modules/exchange/kinds/kind";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import { importFile } from "../builders/import-file";

const kinds: readonly ImportKindName[] = [
  "org-units",
  "employees",
  "accounts",
  "assignments",
  "costs",
  "training",
  "interactions",
  "revenue",
];

export async function importGoldenCompany(): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-04-15T10:00:00Z") });
  await sql()`insert into company_settings (id, name, reporting_currency, time_zone) values (1, 'Golden company', 'EUR', 'UTC')`;
  await sql()`
    insert into exchange_rates (currency, month, rate_to_reporting)
    values ('USD', '2026-01-01', 0.5), ('USD', '2026-02-01', 0.5), ('USD', '2026-03-01', 0.4)`;
  for (const kind of kinds) {
    const content = await readFile(path.join(import.meta.dirname, "company", `${kind}.csv`), "utf8");
    const { status, failures } = await importFile(kind, content);
    if (status !== "applied") throw new Error(`${kind}: ${status} ${failures.join("; ")}`);
  }
  await refreshAllRollups(sql(), "2026-04-15");
}
