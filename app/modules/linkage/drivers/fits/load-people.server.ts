// Question: what was true of each person in each month, and what did they answer? For the fits alone.
import { copyColumns } from "~/db/copy-columns.server";
import type { IdCodes } from "~/db/id-codes";
import type { Sql } from "~/db/sql.server";
import { monthNumber } from "./load-panel.server";
import { leaveReasons, type PeopleData, type SurveyAnswerRows } from "./people-data";

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
