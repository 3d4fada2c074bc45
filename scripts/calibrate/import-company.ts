import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { connectSql, sql } from "../../app/db/sql.server";
import { commandLineScope } from "../../app/modules/access/require-scope.server";
import { importKinds } from "../../app/modules/exchange/kinds/import-kinds";
import { createRun } from "../../app/modules/exchange/runs/create-run.server";
import { runImport } from "../../app/modules/exchange/runs/run-import.server";
import { refreshAllRollups } from "../../app/modules/linkage/panel/refresh-all-rollups.server";
import { type CompanyFile, writeCompanyFiles } from "./company-files";

/** Carries a company from one database into this process's own as its owner would: settings by hand, ledgers by file. */
export async function importCompany(fromUrl: string, folder: string, today: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const source = connectSql(fromUrl, { max: 1 });
  try {
    const files = await writeCompanyFiles(source, folder);
    await copySettings(source);
    for (const file of files) await importFile(file);
    await refreshAllRollups(sql(), today);
  } finally {
    await source.end({ timeout: 5 });
    await rm(folder, { recursive: true, force: true });
  }
}

async function importFile({ kind: name, path: filePath }: CompanyFile): Promise<void> {
  const kind = importKinds[name];
  const scope = commandLineScope(kind.capability);
  const fileName = path.basename(filePath);
  const options = { dates: "iso", decimal: "point" } as const;
  const runId = await createRun(scope, { kind, fileName, state: options });
  const { status, counts, problem } = await runImport(scope, {
    runId,
    kind,
    filePath,
    fileName,
    options,
    isDryRun: false,
  });
  if (status === "applied" && counts.failed === 0) return;
  const [failure] =
    await sql()`select row_number, cells, reasons from import_failures where run_id = ${runId} limit 1`;
  throw new Error(
    `${fileName} was not imported: ${status}, ${counts.failed} of ${counts.read} rows failed, ${JSON.stringify(problem ?? failure)}`,
  );
}

async function copySettings(source: typeof sql extends () => infer Own ? Own : never): Promise<void> {
  const [company] = await source`select name, reporting_currency, time_zone from company_settings`;
  await sql()`insert into company_settings (id, name, reporting_currency, time_zone)
              values (1, ${company!["name"]}, ${company!["reportingCurrency"]}, ${company!["timeZone"]})`;
  const rates = await source`select currency, month, rate_to_reporting from exchange_rates`;
  for (const rate of rates)
    await sql()`insert into exchange_rates (currency, month, rate_to_reporting)
                values (${rate["currency"]}, ${rate["month"]}, ${rate["rateToReporting"]})`;
}
