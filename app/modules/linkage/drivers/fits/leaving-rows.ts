/** Person-months at risk of leaving, with what was known on the first day of each. */
import type { ExposureName } from "../exposures";
import type { FitData } from "./fit-data";
import { leaveReasons } from "./people-data";

export interface LeavingRows {
  /** Rows of the people's months. */
  readonly rows: Int32Array;
  readonly names: readonly string[];
  /** Constant and adjustments first, exposures after them. */
  readonly columns: readonly Float64Array[];
  /** Left of their own will. */
  readonly voluntary: Uint8Array;
  readonly left: number;
}

/** The month that is not over says nothing of leaving yet. */
export function personMonthsAtRisk({ people }: FitData): Int32Array {
  const last = people.firstMonth + people.monthCount - 1;
  return Int32Array.from(people.month.keys()).filter(
    (row) => people.month[row]! < last && !Number.isNaN(people.leaves[row]!),
  );
}

export function leavingColumn(data: FitData, name: ExposureName): ((row: number) => number) | null {
  const { people } = data;
  const orZero = (value: number) => (Number.isNaN(value) ? 0 : value);
  switch (name) {
    case "engagement":
      return data.engagement ? (row) => data.engagement!.standardised[row]! : null;
    case "values_alignment":
      return data.values ? (row) => data.values!.standardised[row]! : null;
    case "workload":
      return (row) => orZero(people.workloadZ[row]!);
    case "training":
      return data.has.training ? (row) => people.trainingHours[row]! : null;
    case "pay_position":
      return people.payPosition.some((value) => !Number.isNaN(value))
        ? (row) => orZero(people.payPosition[row]!)
        : null;
    case "tenure":
      return (row) => Math.log2(1 + people.tenureMonths[row]!);
    case "tenure_3_to_18_months":
      return (row) => (people.tenureMonths[row]! >= 3 && people.tenureMonths[row]! <= 18 ? 1 : 0);
    case "service_orientation":
      return (row) => orZero(people.serviceOrientation[row]!);
    default:
      return null;
  }
}

/** Exposures without any variation are left out. */
export function leavingRows(data: FitData, names: readonly ExposureName[]): LeavingRows {
  const { people } = data;
  const rows = personMonthsAtRisk(data);
  const columns: Float64Array[] = [new Float64Array(rows.length).fill(1)];
  const kept = ["constant"];
  const add = (name: string, read: (row: number) => number) => {
    const column = Float64Array.from(rows, read);
    if (column.every((value) => value === column[0])) return;
    columns.push(column);
    kept.push(name);
  };
  add("owns_accounts", (row) => (people.accountsOwned[row]! > 0 ? 1 : 0));
  for (const name of names) {
    const read = leavingColumn(data, name);
    if (read) add(name, read);
  }
  const voluntaryCode = leaveReasons.indexOf("voluntary");
  let left = 0;
  const voluntary = Uint8Array.from(rows, (row) => {
    const isVoluntary = people.leaves[row] === 1 && people.reason[row] === voluntaryCode ? 1 : 0;
    left += isVoluntary;
    return isVoluntary;
  });
  return { rows, names: kept, columns, voluntary, left };
}
