import type { TFunction } from "i18next";
import { sql } from "~/db/sql.server";
import type { Formatter } from "~/i18n/format";
import { formatMinorPlain } from "~/kernel/money";
import { decodeCursor, type Page } from "~/kernel/page";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { readAccountRiskFilters, readAccountRiskSort } from "./account-risk-filters";
import { factorText } from "./factor-words";
import { listAccountRisks } from "./list-account-risks.server";
import { listLeavingRisks, readLeavingRiskSort } from "./list-leaving-risks.server";
import type { RiskFactor } from "./risk-factor";

type Cell = string | number | null;
type Lines = AsyncGenerator<readonly Cell[]>;

const pageRows = 5_000;

/** Every account the list would show for this URL, page by page. */
export async function* exportAccountRisks(
  scope: Scope<"risk.accounts">,
  params: URLSearchParams,
  { t, format }: { t: TFunction; format: Formatter },
): Lines {
  const { reportingCurrency: currency } = await companyToday(sql());
  yield [
    t("risk.csv.number"),
    t("risk.csv.account"),
    t("risk.csv.region"),
    t("risk.csv.owner"),
    t("risk.csv.probability"),
    t("risk.csv.lower"),
    t("risk.csv.upper"),
    t("risk.csv.margin", { currency }),
    t("risk.csv.loss", { currency }),
    t("risk.csv.factors"),
  ];
  const query = {
    filters: readAccountRiskFilters(params),
    sort: readAccountRiskSort(params),
    size: pageRows,
  };
  for await (const row of everyRow((cursor) => listAccountRisks(scope, { ...query, cursor })))
    yield [
      row.number,
      row.name,
      row.region,
      row.ownerName,
      percent(row.probability),
      percent(row.lower),
      percent(row.upper),
      formatMinorPlain(row.marginMinor, currency),
      formatMinorPlain(row.expectedLossMinor, currency),
      factorsText(t, format, row.factors),
    ];
}

export async function* exportLeavingRisks(
  scope: Scope<"risk.people">,
  params: URLSearchParams,
  { t, format }: { t: TFunction; format: Formatter },
): Lines {
  const { reportingCurrency: currency } = await companyToday(sql());
  yield [
    t("risk.csv.employeeNumber"),
    t("risk.csv.employee"),
    t("risk.csv.unit"),
    t("risk.csv.job"),
    t("risk.csv.leaving"),
    t("risk.csv.lower"),
    t("risk.csv.upper"),
    t("risk.csv.accounts"),
    t("risk.csv.revenue", { currency }),
    t("risk.csv.revenueLoss", { currency }),
    t("risk.csv.factors"),
  ];
  const query = { sort: readLeavingRiskSort(params), size: pageRows };
  for await (const row of everyRow((cursor) => listLeavingRisks(scope, { ...query, cursor })))
    yield [
      row.number,
      row.name,
      row.unitName,
      row.jobTitle,
      percent(row.probability),
      percent(row.lower),
      percent(row.upper),
      row.accountsExposed,
      formatMinorPlain(row.revenueExposedMinor, currency),
      formatMinorPlain(row.expectedRevenueLossMinor, currency),
      factorsText(t, format, row.factors),
    ];
}

async function* everyRow<Row>(
  read: (cursor: ReturnType<typeof decodeCursor>) => Promise<Page<Row>>,
): AsyncGenerator<Row> {
  let at: string | null = null;
  do {
    const page: Page<Row> = await read(decodeCursor(at));
    yield* page.rows;
    at = page.next;
  } while (at !== null);
}

function percent(share: number): number {
  return Number((share * 100).toFixed(2));
}

function factorsText(t: TFunction, format: Formatter, factors: readonly RiskFactor[]): string {
  return factors
    .map((factor) => `${factorText(t, format, factor)} (×${factor.hazardRatio.toFixed(2)})`)
    .join("; ");
}
