import type { TFunction } from "i18next";
import { sql } from "~/db/sql.server";
import { formatMinorPlain } from "~/kernel/money";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import { listAccountProfits } from "./list-account-profits.server";

export async function exportAccountProfits(scope: Scope<"roi.read">, search: URLSearchParams, t: TFunction) {
  const { today, reportingCurrency } = await companyToday(sql());
  const rows = await listAccountProfits(scope, {
    segment: search.get("segment"),
    order: search.get("order") === "worst" ? "worst" : "best",
    limit: null,
  });
  const plain = (minor: number | null) =>
    minor === null ? null : formatMinorPlain(BigInt(Math.round(minor)), reportingCurrency);
  const head: readonly (string | null)[] = [
    t("money.column.number"),
    t("money.column.account"),
    t("money.column.segment"),
    t("money.column.currency"),
    t("money.line.revenue"),
    t("money.line.costOfGoods"),
    t("money.line.gross"),
    t("money.line.costToServe"),
    t("money.line.acquisition"),
    t("money.line.profit"),
  ];
  return {
    asOf: today,
    lines: [
      head,
      ...rows.map((row): (string | null)[] => [
        row.accountNumber,
        row.name,
        row.segment,
        reportingCurrency,
        plain(row.revenueMinor),
        plain(row.costOfGoodsMinor),
        plain(row.grossMinor),
        plain(row.costToServeMinor),
        plain(row.acquisitionMinor),
        plain(row.profitMinor),
      ]),
    ],
  };
}
