import type { Sample } from "../result";
import type { FitData } from "./fit-data";
import { isoMonth } from "./panel-data";

/** Who and when the rows of a fit are. */
export function describeSample(
  { panel }: FitData,
  rows: Int32Array,
  excluded: Readonly<Record<string, number>>,
): Sample & { readonly months: number } {
  const accounts = new Set<number>();
  const employees = new Set<number>();
  const months = new Set<number>();
  for (const row of rows) {
    accounts.add(panel.account[row]!);
    if (panel.owner[row]! >= 0) employees.add(panel.owner[row]!);
    months.add(panel.month[row]!);
  }
  return {
    rows: rows.length,
    accounts: accounts.size,
    employees: employees.size,
    months: months.size,
    from: months.size > 0 ? isoMonth(Math.min(...months)) : null,
    to: months.size > 0 ? isoMonth(Math.max(...months)) : null,
    excluded: Object.fromEntries(Object.entries(excluded).filter(([, count]) => count > 0)),
  };
}
