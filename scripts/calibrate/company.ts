/** One company in a process of its own, from generating to the analyses, so that nothing of it stays in memory. */
import { closePrisma } from "../../app/db/client.server";
import { closeSql, connectSql, sql } from "../../app/db/sql.server";
import { fitDrivers } from "../../app/modules/linkage/drivers/fit-drivers.server";
import { readPresentFacts } from "../../app/modules/linkage/drivers/runs/present-facts.server";
import { loadDemoCompany } from "../../prisma/demo/load-demo-company";
import { noEffects, plantedEffects } from "../../prisma/demo/planted-effects";
import { importCompany } from "./import-company";
import { type CompanyOutcome, outcomesOf } from "./outcome";

export interface CompanyOrder {
  readonly seed: number;
  readonly size: "small" | "medium";
  readonly isNull: boolean;
  /** Where the company is generated, to be carried from there by files; null where it is generated in place. */
  readonly sourceUrl: string | null;
  readonly filesFolder: string;
}

/** The same on every day, so that the same seeds give the same figures. */
const today = "2026-10-15";

const order = JSON.parse(process.argv[2] ?? "") as CompanyOrder;
const start = performance.now();
const planted = order.isNull ? noEffects : plantedEffects;
const { seed, size, sourceUrl } = order;
if (sourceUrl) {
  const source = connectSql(sourceUrl, { max: 1 });
  await loadDemoCompany(source, { size, seed, today, effects: planted });
  await source.end({ timeout: 5 });
  await importCompany(sourceUrl, order.filesFolder, today);
} else await loadDemoCompany(sql(), { size, seed, today, effects: planted });

const { dataStamp, codeVersion } = await readPresentFacts(sql());
const { results } = await fitDrivers({ sql: sql(), asOf: today, dataStamp, codeVersion });
const outcome: CompanyOutcome = {
  seed,
  seconds: (performance.now() - start) / 1_000,
  peakMegabytes: process.resourceUsage().maxRSS / 1_024,
  effects: outcomesOf(results, planted),
};
await closeSql();
await closePrisma();
process.send?.(outcome, () => process.disconnect());
