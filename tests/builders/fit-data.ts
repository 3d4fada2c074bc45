import { IdCodes } from "../../app/db/id-codes";
import type { FitData } from "../../app/modules/linkage/drivers/fits/fit-data";
import {
  type PanelColumn,
  type PanelData,
  panelColumns,
  startsOf,
} from "../../app/modules/linkage/drivers/fits/panel-data";
import type { PeopleData } from "../../app/modules/linkage/drivers/fits/people-data";

/** An account's month; what is not said is not known, counts and shares are 0. */
export interface BuiltMonth extends Partial<Readonly<Record<PanelColumn, number>>> {
  readonly account: number;
  readonly month: number;
  /** −1, unless said: nobody. */
  readonly owner?: number;
  readonly acquiredMonth?: number;
  readonly region?: number;
}

const zeroUnlessSaid: readonly PanelColumn[] = ["csatN", "csatSum", "vacancyShare"];

/** A company in memory, as the fits read it. `months` sorted by account and month; owners are also people, in unit 0. */
export function buildFitData(
  months: readonly BuiltMonth[],
  unitOf: (owner: number) => number = () => 0,
): FitData {
  const panel = buildPanel(months);
  return {
    panel,
    people: buildPeople(panel, unitOf),
    engagement: null,
    values: null,
    units: codesOf(1 + Math.max(0, ...months.map(({ owner = -1 }) => (owner < 0 ? 0 : unitOf(owner))))),
    has: { survey: false, training: true, pay: false, departures: true },
    accountSize: new Float32Array(panel.rows).fill(Number.NaN),
  };
}

function buildPanel(months: readonly BuiltMonth[]): PanelData {
  const account = Int32Array.from(months, (one) => one.account);
  const accounts = 1 + Math.max(...account);
  const region = new Int32Array(accounts).fill(-1);
  for (const one of months) region[one.account] = one.region ?? -1;
  const column = (name: PanelColumn) =>
    Float32Array.from(
      months,
      (one) => one[name] ?? (name === "isComplete" ? 1 : zeroUnlessSaid.includes(name) ? 0 : Number.NaN),
    );
  return {
    rows: months.length,
    accountIds: Array.from({ length: accounts }, (_, at) => `account ${at}`),
    employees: codesOf(1 + Math.max(...months.map(({ owner = -1 }) => owner))),
    account,
    month: Int32Array.from(months, ({ month }) => month),
    acquiredMonth: Int32Array.from(months, ({ acquiredMonth = 0 }) => acquiredMonth),
    owner: Int32Array.from(months, ({ owner = -1 }) => owner),
    lastCause: new Int32Array(months.length).fill(-1),
    unrecordedHandover: new Int32Array(accounts).fill(-1),
    region,
    logRate: new Float32Array(months.length),
    revenueMonths: new Uint8Array(months.length).fill(1),
    lossesFrom: Number.NEGATIVE_INFINITY,
    rowsAfterRecords: 0,
    accountStart: startsOf(account, accounts),
    columns: Object.fromEntries(panelColumns.map((name) => [name, column(name)])) as Record<
      PanelColumn,
      Float32Array
    >,
  };
}

/** Every owner in every month of the panel. */
function buildPeople({ month, employees }: PanelData, unitOf: (owner: number) => number): PeopleData {
  const firstMonth = Math.min(...month);
  const monthCount = Math.max(...month) - firstMonth + 1;
  const rows = employees.ids.length * monthCount;
  const unknown = () => new Float32Array(rows).fill(Number.NaN);
  const employee = Int32Array.from({ length: rows }, (_, at) => Math.floor(at / monthCount));
  return {
    rows,
    employee,
    month: Int32Array.from({ length: rows }, (_, at) => firstMonth + (at % monthCount)),
    firstMonth,
    monthCount,
    grid: Int32Array.from({ length: rows }, (_, at) => at),
    unit: employee.map(unitOf),
    job: new Int32Array(rows),
    tenureMonths: unknown(),
    trainingHours: unknown(),
    workloadZ: unknown(),
    accountsOwned: unknown(),
    payPosition: unknown(),
    serviceOrientation: unknown(),
    leaves: new Float32Array(rows),
    reason: new Int32Array(rows).fill(-1),
  };
}

function codesOf(count: number): IdCodes {
  const codes = new IdCodes();
  for (let at = 0; at < count; at++) codes.ids.push(`id ${at}`);
  return codes;
}
