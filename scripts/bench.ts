/**
 * `npm run bench [-- --size large] [--data .data/bench] [--seconds 6] [--only database|import|http|drivers|roi|return]`: loads the large generated
 * company once, keeps it, and prints how fast everything is beside what was asked for. Nothing here is a test: the
 * figures depend on the machine and on what else runs on it.
 */
import { availableParallelism, loadavg } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { isAppError } from "../app/kernel/app-error";
import type { DemoSize } from "../prisma/demo/company-plan";
import { demoSizes } from "../prisma/demo/company-plan";
import { openBenchCompany } from "./bench/bench-company";
import { measureList, measureQueries } from "./bench/database-times";
import { measureDrivers } from "./bench/driver-times";
import { measureEntry } from "./bench/entry-size";
import { measureHttp } from "./bench/http-rates";
import { measureImport } from "./bench/import-rate";
import { measurePanel } from "./bench/panel-times";
import { type Measure, printMeasures } from "./bench/report";
import { measureReturn } from "./bench/return-times";
import { measureRoi } from "./bench/roi-times";

const usage =
  "npm run bench -- [--size small|medium|large] [--data .data/bench] [--seconds 6] [--only database|import|http|drivers|roi|return]";

function readArguments(): { size: DemoSize; folder: string; seconds: number; only: string | null } {
  const { values } = parseArgs({
    options: {
      size: { type: "string" },
      data: { type: "string" },
      seconds: { type: "string" },
      only: { type: "string" },
    },
  });
  const size = demoSizes.find((known) => known === (values.size ?? "large"));
  const seconds = Number(values.seconds ?? "6");
  if (!size || !(seconds > 0)) throw new Error(`Usage: ${usage}`);
  return { size, folder: path.resolve(values.data ?? ".data/bench"), seconds, only: values.only ?? null };
}

const { size, folder, seconds, only } = readArguments();
const isAsked = (part: string) => only === null || only === part;
const measures: Measure[] = [];

async function measureDatabase(): Promise<{ accountIds: string[]; ownerNumber: string }> {
  const company = await openBenchCompany(size, folder);
  try {
    const { rowCount, loadSeconds, rollupSeconds } = company.load;
    measures.push(
      {
        name: `loading ${rowCount.toLocaleString("en")} rows, indexes and constraints included`,
        value: rowCount / loadSeconds,
        unit: "rows/s",
        target: 150_000,
        better: "more",
      },
      { name: "refresh of all rollups after loading", value: rollupSeconds, unit: "s" },
    );
    if (isAsked("database")) {
      measures.push(...(await measureQueries(company.url, company.sql)));
      const large = measureList(company.url);
      const tenth = await openBenchCompany("tenth", folder);
      try {
        measures.push({
          name: "list p95 on this company over that on 10,000 accounts",
          value: large / measureList(tenth.url),
          unit: "×",
          target: 1.5,
          better: "less",
        });
      } finally {
        await tenth.close();
      }
    }
    if (isAsked("panel")) measures.push(...(await measurePanel(company.sql)));
    const accountIds = await company.sql<{ id: string }[]>`
      select account_id as id from account_summaries order by md5(account_id::text) limit 200`;
    const [owner] = await company.sql<{ number: string }[]>`
      with recursive subtree as (
        select u.org_unit_id as id from users u join user_roles r on r.user_id = u.id where r.role = 'sales_manager'
        union all select o.id from org_units o join subtree s on o.parent_id = s.id)
      select employee_number as number from employee_summaries
      where status = 'active' and accounts_owned > 0 and org_unit_id in (select id from subtree) order by employee_number limit 1`;
    if (isAsked("roi")) measures.push(...(await measureRoi(company.sql)));
    if (isAsked("import")) measures.push(await measureImport(company.sql, path.join(folder, size)));
    return { accountIds: accountIds.map((row) => row.id), ownerNumber: owner?.number ?? "" };
  } finally {
    await company.close();
  }
}

try {
  const sample = await measureDatabase();
  if (isAsked("http")) {
    measures.push(...(await measureHttp(path.join(folder, size), sample, seconds)));
    measures.push(measureEntry("build"));
  }
  if (isAsked("drivers")) measures.push(...(await measureDrivers(path.join(folder, size))));
  if (isAsked("return")) measures.push(...(await measureReturn(path.join(folder, size), seconds)));
  const busy = loadavg()[0]!;
  console.log(
    `\n${size} company, ${availableParallelism()} cores, load ${busy.toFixed(1)}, Node ${process.version}\n`,
  );
  printMeasures(measures);
} catch (error) {
  console.error(isAppError(error) ? error.message : error);
  process.exitCode = 1;
}
