import type { Sql, SqlTransaction } from "../../app/db/sql.server";
import { AppError } from "../../app/kernel/app-error";
import { todayIn } from "../../app/kernel/calendar";
import { hashPassword } from "../../app/modules/access/password.server";
import { refreshAllRollupsIn } from "../../app/modules/linkage/panel/refresh-all-rollups.server";
import { createGenerator } from "../../app/stats/random/generator";
import { bulkLoad } from "./bulk-load";
import { companyColumns } from "./company-columns";
import { averageRates, companyName, companyTimeZone, type DemoSize, reportingCurrency } from "./company-plan";
import { createCopyWriter } from "./copy-writer";
import type { DemoCalendar } from "./demo-calendar";
import { demoLogins, demoPassword } from "./demo-logins";
import { fixedCreationTime } from "./fixed-creation-time";
import { type GeneratedCompany, generateCompany } from "./generate-company";
import type { PlantedEffects } from "./planted-effects";
import { writeProgramme } from "./programme/programme-writer";
import { createIds } from "./row-ids";

export interface DemoOptions {
  readonly size: DemoSize;
  readonly seed: number;
  /** Months of history, the present one included; 36 unless said. */
  readonly months?: number;
  /** The day up to which things have happened; today in the company's zone unless said. */
  readonly today?: string;
  /** What is planted; the generated company's own unless given. */
  readonly effects?: PlantedEffects;
  readonly onProgress?: (share: number, note?: string) => void;
}

export interface DemoLoad {
  readonly logins: typeof demoLogins;
  readonly password: string;
  /** Rows copied into the ledgers, rollups not counted. */
  readonly rowCount: number;
  readonly loadSeconds: number;
  readonly rollupSeconds: number;
}

const tables = Object.keys(companyColumns);
const rollupTables = [
  "account_months",
  "account_summaries",
  "employee_summaries",
  "unit_customer_months",
  "unit_people_months",
  "employee_months",
  "panel_months",
];

/**
 * Generates a company into an empty database, in one transaction: rows by COPY, indexes and constraints made again over
 * them, statistics, rollups, one login per role. Throws `conflict` where anything is there already.
 */
export async function loadDemoCompany(sql: Sql, options: DemoOptions): Promise<DemoLoad> {
  const { seed, size, onProgress = () => {} } = options;
  const today = options.today ?? todayIn(companyTimeZone);
  return (await sql.begin(async (transaction) => {
    const tx = transaction as SqlTransaction;
    await requireEmpty(tx);
    const start = performance.now();
    const writer = createCopyWriter(tx, companyColumns);
    const restore = await fixedCreationTime(tx, tables, `${today.slice(0, 7)}-01T00:00:00Z`);
    let company: GeneratedCompany | undefined;
    await bulkLoad(
      tx,
      tables,
      async () => {
        company = await generateCompany(writer, {
          size,
          seed,
          today,
          ...(options.months ? { keptMonths: options.months } : {}),
          effects: options.effects,
          onProgress: (share) => onProgress(0.5 * share, `${writer.rowCount.toLocaleString("en")} rows`),
        });
        await writer.finish();
      },
      (share, name) => onProgress(0.5 + 0.2 * share, name),
    );
    await restore();
    await tx`insert into allocation_changes (first_month, last_month) values ('1900-01-01', date_trunc('month', ${today}::date))`;
    if (!company) throw new Error("nothing was generated");
    await writeSettings(tx, company.calendar, seed);
    await writeLogins(tx, company, seed);
    await writeProgramme(tx, company, seed);
    const loadSeconds = (performance.now() - start) / 1000;

    onProgress(0.7, "statistics");
    await tx.unsafe(`analyze ${tables.join(", ")}`);
    onProgress(0.75, "rollups");
    const rollupStart = performance.now();
    await bulkLoad(tx, rollupTables, () => refreshAllRollupsIn(tx, today), undefined, { keepKeys: true });
    await tx.unsafe(`analyze ${rollupTables.join(", ")}`);
    onProgress(1, `${writer.rowCount.toLocaleString("en")} rows`);
    return {
      logins: demoLogins,
      password: demoPassword,
      rowCount: writer.rowCount,
      loadSeconds,
      rollupSeconds: (performance.now() - rollupStart) / 1000,
    };
  })) as DemoLoad;
}

async function requireEmpty(tx: SqlTransaction): Promise<void> {
  for (const table of [...tables, "users", "company_settings", "import_runs"]) {
    const [row] = await tx.unsafe(`select exists (select 1 from ${table}) as present`);
    if (row?.["present"]) {
      throw new AppError(
        "conflict",
        `The generated company needs an empty database, and ${table} holds rows already: give another with --data or DATABASE_URL`,
      );
    }
  }
}

async function writeSettings(tx: SqlTransaction, calendar: DemoCalendar, seed: number): Promise<void> {
  await tx`insert into company_settings (id, name, reporting_currency, time_zone, is_demo)
           values (1, ${companyName}, ${reportingCurrency}, ${companyTimeZone}, true)`;
  const random = createGenerator(seed).split("exchange rates");
  const nextId = createIds("exchange_rates", seed);
  for (const [currency, average] of Object.entries(averageRates)) {
    let deviation = 0;
    const rates: { id: string; currency: string; month: string; rate_to_reporting: string }[] = [];
    for (let month = 0; month < calendar.monthCount; month++) {
      deviation = 0.85 * deviation + 0.006 * (random.uniform() - 0.5) * 2;
      rates.push({
        id: nextId(),
        currency,
        month: calendar.day(month),
        rate_to_reporting: (average * Math.exp(deviation)).toFixed(6),
      });
    }
    await tx`insert into exchange_rates ${tx(rates)}`;
  }
}

async function writeLogins(tx: SqlTransaction, company: GeneratedCompany, seed: number): Promise<void> {
  const nextId = createIds("users", seed);
  const region = company.organisation.regions.find((candidate) => candidate.plan.code === "FRB");
  const passwordHash = await hashPassword(demoPassword);
  for (const { role, email } of demoLogins) {
    const { employeeId, name } = company.people[role];
    const id = nextId();
    const orgUnitId = role === "sales_manager" ? (region?.unit.id ?? null) : null;
    await tx`insert into users (id, email, name, password_hash, employee_id, org_unit_id)
             values (${id}, ${email}, ${name}, ${passwordHash}, ${employeeId}, ${orgUnitId})`;
    await tx`insert into user_roles (user_id, role) values (${id}, ${role}::role)`;
  }
}
