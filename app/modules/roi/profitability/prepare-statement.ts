import type { ShownGroup, ShownReport } from "./read-profit-report.server";

type LineKey =
  | "revenue"
  | "costOfGoods"
  | "gross"
  | "costToServe"
  | "acquisition"
  | "profit"
  | "unused"
  | "overhead"
  | "result";

export interface StatementLine {
  readonly key: LineKey;
  /** Costs below zero; null where the reader may not see it. */
  readonly minor: number | null;
  readonly isSum: boolean;
  /** What it is the sum of. */
  readonly rows: "accounts" | "months";
}

/** Unused capacity and overhead stand apart, with the company alone, and are never spread. */
export function statementLines(report: ShownReport, group: ShownGroup): StatementLine[] {
  const line = (
    key: LineKey,
    minor: number | null,
    { isSum = false, rows = "accounts" as StatementLine["rows"] } = {},
  ): StatementLine => ({ key, minor, isSum, rows });
  const negative = (minor: number | null) => (minor === null ? null : -minor);
  const lines = [
    line("revenue", group.revenueMinor),
    line("costOfGoods", -group.costOfGoodsMinor),
    line("gross", group.revenueMinor - group.costOfGoodsMinor, { isSum: true }),
    line("costToServe", negative(group.costToServeMinor)),
    line("acquisition", -group.acquisitionMinor),
    line("profit", group.profitMinor, { isSum: true }),
  ];
  if (group.key !== null) return lines;
  const { unusedMinor, overheadMinor } = report;
  const result = group.profitMinor === null ? null : group.profitMinor - unusedMinor - overheadMinor;
  return [
    ...lines,
    line("unused", -unusedMinor, { rows: "months" }),
    line("overhead", -overheadMinor, { rows: "months" }),
    line("result", result, { isSum: true, rows: "months" }),
  ];
}
