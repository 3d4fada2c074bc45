// Question: what was true of each person in each month, and what did they answer? For the fits alone.
import { copyColumns, type IdCodes } from "~/db/copy-columns.server";
import type { Sql } from "~/db/sql.server";
import { monthNumber } from "./panel-data.server";

export const leaveReasons = ["voluntary", "involuntary", "retirement", "end_of_contract", "other"] as const;

/** One row per person and month employed, sorted by both. */
export interface PeopleData {
  readonly rows: number;
  readonly employee: Int32Array;
  readonly month: Int32Array;
  readonly firstMonth: number;
  readonly monthCount: number;
  /** Row of employee × month, −1 where there is none: `grid[employee * monthCount + month − firstMonth]`. */
  readonly grid: Int32Array;
  readonly unit: Int32Array;
  /** Job title by number, to be compared only. */
  readonly job: Int32Array;
  readonly tenureMonths: Float32Array;
  readonly trainingHours: Float32Array;
  readonly workloadZ: Float32Array;
  readonly accountsOwned: Float32Array;
  readonly payPosition: Float32Array;
  readonly serviceOrientation: Float32Array;
  /** 1 where the person leaves in the course of the month or on the first day of the next. */
  readonly leaves: Float32Array;
  /** Index into `leaveReasons`, −1 for unknown. */
  readonly reason: Int32Array;
}

export interface SurveyAnswerRows {
  readonly employee: Int32Array;
  readonly month: Int32Array;
  /** By survey, to be compared only. */
  readonly wave: Int32Array;
  readonly engagement: Float32Array;
  readonly valuesAlignment: Float32Array;
}

export async function loadPeople(sql: Sql, employees: IdCodes, units: IdCodes): Promise<PeopleData> {
  const { rows, columns } = await copyColumns(
    sql,
    `select m.employee_id, m.org_unit_id, ${monthNumber("m.month")},
            dense_rank() over (order by m.job_title)::int4,
            (array_position(array[${leaveReasons.map((reason) => `'${reason}'`).join(",")}], e.leave_reason::text) - 1)::int4,
            m.tenure_months, m.training_hours_12m, m.workload_z, m.accounts_owned, m.pay_position, m.service_orientation,
            (e.left_on is not null and e.left_on > m.month and e.left_on <= (m.month + interval '1 month')::date)::int::float4
     from employee_months m join employees e on e.id = m.employee_id
     order by m.employee_id, m.month`,
    ["uuid", "uuid", "int", "int", "int", "real", "real", "real", "real", "real", "real", "real"],
    [employees, units],
    100_000,
  );
  const [employee, unit, month, job, reason] = columns as Int32Array[];
  const [tenureMonths, trainingHours, workloadZ, accountsOwned, payPosition, serviceOrientation, leaves] =
    columns.slice(5) as Float32Array[];
  let firstMonth = Number.POSITIVE_INFINITY;
  let lastMonth = Number.NEGATIVE_INFINITY;
  for (const value of month!) {
    if (value < firstMonth) firstMonth = value;
    if (value > lastMonth) lastMonth = value;
  }
  const monthCount = rows === 0 ? 0 : lastMonth - firstMonth + 1;
  if (rows === 0) firstMonth = 0;
  const grid = new Int32Array(employees.ids.length * monthCount).fill(-1);
  for (let row = 0; row < rows; row++) grid[employee![row]! * monthCount + month![row]! - firstMonth] = row;
  return {
    rows,
    employee: employee!,
    month: month!,
    firstMonth,
    monthCount,
    grid,
    unit: unit!,
    job: job!,
    tenureMonths: tenureMonths!,
    trainingHours: trainingHours!,
    workloadZ: workloadZ!,
    accountsOwned: accountsOwned!,
    payPosition: payPosition!,
    serviceOrientation: serviceOrientation!,
    leaves: leaves!,
    reason: reason!,
  };
}

/** Row of a person's month, or −1. */
export function personMonth(people: PeopleData, employee: number, month: number): number {
  const at = month - people.firstMonth;
  if (employee < 0 || at < 0 || at >= people.monthCount) return -1;
  return people.grid[employee * people.monthCount + at] ?? -1;
}

export async function loadSurveyAnswers(sql: Sql, employees: IdCodes): Promise<SurveyAnswerRows> {
  const { columns } = await copyColumns(
    sql,
    `select employee_id, ${monthNumber("answered_on")}, dense_rank() over (order by survey)::int4,
            engagement::float4, values_alignment::float4
     from survey_answers order by employee_id, answered_on`,
    ["uuid", "int", "int", "real", "real"],
    [employees],
    10_000,
  );
  const [employee, month, wave] = columns as Int32Array[];
  const [engagement, valuesAlignment] = columns.slice(3) as Float32Array[];
  return {
    employee: employee!,
    month: month!,
    wave: wave!,
    engagement: engagement!,
    valuesAlignment: valuesAlignment!,
  };
}
