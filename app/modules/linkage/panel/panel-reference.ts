/**
 * The panel worked out once more, for tests: day by day and person by person from the rows of the ledgers, with no idea in
 * common with the statements that it checks.
 */
import type { Sql } from "~/db/sql.server";
import { addDays, addMonths, daysBetween } from "~/kernel/calendar";

interface Employee {
  id: string;
  hiredOn: string;
  leftOn: string | null;
  serviceOrientation: string | null;
}
interface Spell {
  employeeId: string;
  startsOn: string;
  endsOn: string | null;
  orgUnitId: string;
  jobTitle: string | null;
  managerId: string | null;
  fte: string;
  annualSalaryMinor: bigint | null;
  currency: string | null;
}
interface Account {
  id: string;
  acquiredOn: string;
  churnedOn: string | null;
}
interface Assignment {
  id: string;
  accountId: string;
  employeeId: string;
  role: string;
  share: string | null;
  startsOn: string;
  endsOn: string | null;
  endCause: string | null;
}
interface Answer {
  employeeId: string;
  survey: string;
  answeredOn: string;
  engagement: string | null;
  valuesAlignment: string | null;
}
/** The rows of each person, or of each account. */
type ById<Row> = ReadonlyMap<string, readonly Row[]>;
interface Ledgers {
  readonly asOf: string;
  readonly employees: ReadonlyMap<string, Employee>;
  readonly spells: ById<Spell>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly assignmentsOf: ById<Assignment>;
  readonly assignmentsTo: ById<Assignment>;
  readonly answers: ById<Answer>;
  readonly training: ById<{ hours: string; completedOn: string }>;
  readonly responses: ById<{ kind: string; score: number; answeredOn: string }>;
  readonly revenue: ById<{ bookedOn: string; minor: bigint; costMinor: bigint | null; currency: string }>;
  readonly cases: ById<{ openedOn: string }>;
  readonly rates: readonly { currency: string; month: string; rate: string }[];
}

export type Cells = Readonly<Record<string, number | bigint | string | boolean | null>>;

export async function readLedgers(sql: Sql, asOf: string): Promise<Ledgers> {
  const read = async (text: string) => (await sql.unsafe(text)) as unknown as Record<string, string>[];
  const byId = async (text: string) => new Map((await read(text)).map((row) => [row["id"]!, row]));
  const grouped = async (key: string, text: string) => {
    const groups = new Map<string, Record<string, string>[]>();
    for (const row of await read(text)) {
      const group = groups.get(row[key]!);
      if (group) group.push(row);
      else groups.set(row[key]!, [row]);
    }
    return groups;
  };
  const assignments =
    "select id, account_id, employee_id, role::text, share::text, starts_on, ends_on, end_cause::text from assignments";
  return {
    asOf,
    employees: await byId("select id, hired_on, left_on, service_orientation::text from employees"),
    spells: await grouped(
      "employeeId",
      `select employee_id, starts_on, ends_on, org_unit_id, job_title, manager_id, fte::text, annual_salary_minor, currency
       from employment_spells`,
    ),
    accounts: await byId("select id, acquired_on, churned_on from accounts"),
    assignmentsOf: await grouped("accountId", assignments),
    assignmentsTo: await grouped("employeeId", assignments),
    answers: await grouped(
      "employeeId",
      "select employee_id, survey, answered_on, engagement::text, values_alignment::text from survey_answers",
    ),
    training: await grouped(
      "employeeId",
      "select employee_id, hours::text, completed_on from training_records",
    ),
    responses: await grouped(
      "accountId",
      "select account_id, kind::text, score, answered_on from satisfaction_responses",
    ),
    revenue: await grouped(
      "accountId",
      `select account_id, booked_on, amount_minor as minor, cost_of_goods_minor as cost_minor, currency
       from revenue_entries`,
    ),
    cases: await grouped(
      "accountId",
      `select account_id, (opened_at at time zone (select time_zone from company_settings))::date as opened_on from cases`,
    ),
    rates: await read(
      "select currency, month, rate_to_reporting::text as rate from exchange_rates order by month",
    ),
  } as unknown as Ledgers;
}

const of = <Row>(rows: ById<Row>, id: string): readonly Row[] => rows.get(id) ?? [];
const covers = (period: { startsOn: string; endsOn: string | null }, day: string) =>
  period.startsOn <= day && (period.endsOn === null || period.endsOn > day);
const isEmployed = (employee: Employee, day: string) =>
  employee.hiredOn <= day && (employee.leftOn === null || employee.leftOn > day);
const isCustomer = (account: Account, day: string) =>
  account.acquiredOn <= day && (account.churnedOn === null || account.churnedOn > day);
const weightOf = (assignment: Assignment) => {
  const share = assignment.share === null ? 1 : Number(assignment.share);
  return share === 0 ? 1e-9 : share;
};
const numeric = (text: string | null) => (text === null ? null : Number(text));
const daysOf = (month: string) =>
  Array.from({ length: daysBetween(month, addMonths(month, 1)) }, (_, day) => addDays(month, day));

/** What is true of one person on the first day of a month, before colleagues are compared. */
function ownFacts(ledgers: Ledgers, employee: Employee, month: string) {
  const firstDay = month > employee.hiredOn ? month : employee.hiredOn;
  const spell = of(ledgers.spells, employee.id).find((row) => covers(row, firstDay));
  const yearBefore = addMonths(month, -12);
  const lastAnswer = (question: "engagement" | "valuesAlignment") =>
    of(ledgers.answers, employee.id)
      .filter((row) => row[question] !== null)
      .filter((row) => row.answeredOn < month && row.answeredOn >= yearBefore)
      .toSorted((a, b) =>
        a.answeredOn < b.answeredOn || (a.answeredOn === b.answeredOn && a.survey < b.survey) ? -1 : 1,
      )
      .at(-1)?.[question] ?? null;
  let accountsOwned = 0;
  for (const own of of(ledgers.assignmentsTo, employee.id)) {
    if (own.role !== "owner" || !covers(own, month)) continue;
    const account = ledgers.accounts.get(own.accountId);
    if (
      !account ||
      !isEmployed(employee, month) ||
      (account.churnedOn !== null && account.churnedOn <= month)
    )
      continue;
    const owners = ownersOn(ledgers, own.accountId, month);
    const total = owners.reduce((sum, row) => sum + weightOf(row), 0);
    accountsOwned += weightOf(own) / total;
  }
  return {
    orgUnitId: spell?.orgUnitId ?? null,
    jobTitle: spell?.jobTitle ?? null,
    managerId: spell?.managerId ?? null,
    fte: Number(spell?.fte ?? 1),
    daysEmployed: daysOf(month).filter((day) => isEmployed(employee, day)).length,
    salary: spell?.annualSalaryMinor ?? null,
    currency: spell?.annualSalaryMinor == null ? null : spell.currency,
    tenureMonths: Math.max(0, daysBetween(employee.hiredOn, month)) / (365.25 / 12),
    trainingHours12m: of(ledgers.training, employee.id)
      .filter((row) => row.completedOn < month && row.completedOn >= yearBefore)
      .reduce((sum, row) => sum + Number(row.hours), 0),
    engagement: numeric(lastAnswer("engagement")),
    valuesAlignment: numeric(lastAnswer("valuesAlignment")),
    accountsOwned,
    serviceOrientation: numeric(employee.serviceOrientation),
  };
}

function ownersOn(ledgers: Ledgers, accountId: string, day: string): Assignment[] {
  return of(ledgers.assignmentsOf, accountId).filter((row) => {
    const employee = ledgers.employees.get(row.employeeId);
    return row.role === "owner" && covers(row, day) && employee && isEmployed(employee, day);
  });
}

type OwnFacts = ReturnType<typeof ownFacts>;
const remembered = new WeakMap<Ledgers, Map<string, ReadonlyMap<string, OwnFacts>>>();

/** Own facts of everyone employed on some day of the month, up to the as-of day. */
function everyone(ledgers: Ledgers, month: string): ReadonlyMap<string, OwnFacts> {
  const months = remembered.get(ledgers) ?? new Map<string, ReadonlyMap<string, OwnFacts>>();
  remembered.set(ledgers, months);
  let found = months.get(month);
  if (!found) {
    const days = daysOf(month).filter((day) => day <= ledgers.asOf);
    found = new Map(
      [...ledgers.employees.values()]
        .filter((employee) => days.some((day) => isEmployed(employee, day)))
        .map((employee) => [employee.id, ownFacts(ledgers, employee, month)]),
    );
    months.set(month, found);
  }
  return found;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** One row of employee_months; null where the person was not employed in the month. */
export function employeeCells(ledgers: Ledgers, employeeId: string, month: string): Cells | null {
  const own = everyone(ledgers, month).get(employeeId);
  if (!own) return null;
  const colleagues = [...everyone(ledgers, month).values()].filter(
    (row) => own.jobTitle !== null && row.jobTitle === own.jobTitle,
  );
  const loads = colleagues.map((row) => row.accountsOwned / row.fte).filter((load) => load > 0);
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  const deviation = Math.sqrt(loads.reduce((sum, load) => sum + (load - mean) ** 2, 0) / (loads.length - 1));
  const load = own.accountsOwned / own.fte;
  const salaries = colleagues
    .filter((row) => row.salary !== null && row.salary > 0n && row.currency === own.currency)
    .map((row) => Number(row.salary));
  const { salary, currency, ...rest } = own;
  return {
    ...rest,
    annualSalaryMinor: salary,
    payCurrency: currency,
    workloadZ: load > 0 && loads.length > 1 && deviation > 1e-9 ? (load - mean) / deviation : null,
    payPosition:
      salary !== null && salary > 0n && salaries.length >= 5
        ? Math.log(Number(salary) / median(salaries))
        : null,
  };
}

interface Handover {
  readonly on: string;
  readonly causes: readonly (string | null)[];
  readonly isToNewHire: boolean;
}

function handoversOf(ledgers: Ledgers, accountId: string): Handover[] {
  const owners = of(ledgers.assignmentsOf, accountId).filter((row) => row.role === "owner");
  const found = new Map<string, { causes: (string | null)[]; isToNewHire: boolean }>();
  for (const gone of owners) {
    if (gone.endsOn === null) continue;
    const end = gone.endsOn;
    const goesOn = owners.some(
      (row) =>
        row.id !== gone.id &&
        row.employeeId === gone.employeeId &&
        row.startsOn <= end &&
        (row.endsOn === null || row.endsOn > end),
    );
    if (goesOn) continue;
    const [taken] = owners
      .filter((row) => row.employeeId !== gone.employeeId && row.startsOn > gone.startsOn)
      .filter((row) => row.startsOn >= monthsBefore(end, 3) && (row.endsOn === null || row.endsOn > end))
      .toSorted((a, b) => (a.startsOn < b.startsOn || (a.startsOn === b.startsOn && a.id < b.id) ? -1 : 1));
    if (!taken) continue;
    const on = taken.startsOn > end ? taken.startsOn : end;
    if (on > ledgers.asOf) continue;
    const left = ledgers.employees.get(gone.employeeId)?.leftOn ?? null;
    const handover = found.get(on) ?? { causes: [], isToNewHire: false };
    handover.causes.push(gone.endCause ?? (left !== null && left <= end ? "departure" : null));
    handover.isToNewHire ||= ledgers.employees.get(taken.employeeId)!.hiredOn > monthsBefore(on, 3);
    found.set(on, handover);
  }
  return [...found].map(([on, rest]) => ({ on, ...rest })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Three months before 31 May is 28 February, as PostgreSQL counts. */
function monthsBefore(day: string, count: number): string {
  const month = addMonths(`${day.slice(0, 7)}-01`, -count);
  const last = daysOf(month).at(-1)!;
  const same = `${month.slice(0, 8)}${day.slice(8)}`;
  return same > last ? last : same;
}

const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

function inReporting(ledgers: Ledgers, month: string, minor: bigint, currency: string): number {
  const rates = ledgers.rates.filter((rate) => rate.currency === currency);
  if (rates.length === 0) return Number(minor);
  const rate = rates.filter((row) => row.month <= month).at(-1) ?? rates[0]!;
  return Number(minor) * Number(rate.rate);
}

/** One row of panel_months; null where the account was no customer on any day of the month up to the as-of day. */
export function panelCells(ledgers: Ledgers, accountId: string, month: string): Cells | null {
  const account = ledgers.accounts.get(accountId)!;
  const next = addMonths(month, 1);
  const afterNext = addMonths(month, 2);
  const days = daysOf(month).filter((day) => day <= ledgers.asOf && isCustomer(account, day));
  if (days.length === 0) return null;
  const lost = account.churnedOn !== null && account.churnedOn <= ledgers.asOf ? account.churnedOn : null;
  const within = (day: string) => day >= month && day < next && day <= ledgers.asOf;
  const responses = (kind: string) =>
    of(ledgers.responses, accountId).filter((row) => row.kind === kind && within(row.answeredOn));
  const csat = responses("csat");
  const nps = responses("nps");
  const booked = of(ledgers.revenue, accountId).filter((row) => within(row.bookedOn));
  const sumIn = (value: (row: (typeof booked)[number]) => bigint) => {
    const sums = new Map<string, bigint>();
    for (const row of booked) sums.set(row.currency, (sums.get(row.currency) ?? 0n) + value(row));
    let total = 0;
    for (const [currency, minor] of sums) total += Math.round(inReporting(ledgers, month, minor, currency));
    return total;
  };
  const revenue = sumIn((row) => row.minor);
  return {
    customerDays: daysOf(month).filter((day) => isCustomer(account, day)).length,
    isComplete: next <= ledgers.asOf && days.length === daysBetween(month, next),
    churnsNextMonth:
      lost !== null && lost < next
        ? null
        : lost !== null && lost < afterNext
          ? true
          : ledgers.asOf < afterNext
            ? null
            : false,
    csatN: csat.length,
    csatSum: csat.reduce((sum, row) => sum + row.score, 0),
    npsN: nps.length,
    npsPromoters: nps.filter((row) => row.score >= 9).length,
    npsDetractors: nps.filter((row) => row.score <= 6).length,
    casesOpened: of(ledgers.cases, accountId).filter((row) => within(row.openedOn)).length,
    revenueMinor: BigInt(revenue),
    marginMinor: BigInt(revenue - sumIn((row) => row.costMinor ?? 0n)),
    ...serviceCells(ledgers, accountId, month, days),
    ...handoverCells(ledgers, accountId, month),
  };
}

function serviceCells(ledgers: Ledgers, accountId: string, month: string, days: readonly string[]): Cells {
  const team = of(ledgers.assignmentsOf, accountId);
  const weights = { owner: new Map<string, number>(), team: new Map<string, number>() };
  const since = new Map<string, string>();
  let vacant = 0;
  for (const day of days) {
    let hasOwner = false;
    for (const row of team) {
      const employee = ledgers.employees.get(row.employeeId)!;
      if (!covers(row, day) || !isEmployed(employee, day)) continue;
      const add = (to: Map<string, number>) =>
        to.set(employee.id, (to.get(employee.id) ?? 0) + weightOf(row));
      add(weights.team);
      if (row.role !== "owner") continue;
      hasOwner = true;
      add(weights.owner);
      const start = row.startsOn > employee.hiredOn ? row.startsOn : employee.hiredOn;
      if (start > (since.get(employee.id) ?? "")) since.set(employee.id, start);
    }
    if (!hasOwner) vacant += 1;
  }
  const meanOf = (people: ReadonlyMap<string, number>, value: (cells: Cells) => number | null) => {
    let sum = 0;
    let total = 0;
    for (const [id, weight] of people) {
      const cells = employeeCells(ledgers, id, month);
      const x = cells && value(cells);
      if (x === null) continue;
      sum += weight * x;
      total += weight;
    }
    return total > 0 ? sum / total : null;
  };
  const ownerMean = (name: string) => meanOf(weights.owner, (cells) => cells[name] as number | null);
  const [main] = [...weights.owner].toSorted(
    ([a, x], [b, y]) =>
      (Math.abs(y - x) > 1e-9 ? y - x : 0) ||
      (since.get(b)! > since.get(a)! ? 1 : since.get(b)! < since.get(a)! ? -1 : a < b ? -1 : 1),
  );
  return {
    ownerId: main?.[0] ?? null,
    vacancyShare: vacant / days.length,
    ownerTenureMonths: ownerMean("tenureMonths"),
    ownerLogTenure: meanOf(weights.owner, (cells) => Math.log(1 + (cells["tenureMonths"] as number))),
    ownerTrainingHours12m: ownerMean("trainingHours12m"),
    teamTrainingHours12m: meanOf(weights.team, (cells) => cells["trainingHours12m"] as number),
    ownerEngagement: ownerMean("engagement"),
    ownerValuesAlignment: ownerMean("valuesAlignment"),
    ownerWorkloadZ: ownerMean("workloadZ"),
    ownerPayPosition: ownerMean("payPosition"),
    ownerServiceOrientation: ownerMean("serviceOrientation"),
  };
}

function handoverCells(ledgers: Ledgers, accountId: string, month: string): Cells {
  const number = monthNumber(month);
  const past = handoversOf(ledgers, accountId).filter((handover) => monthNumber(handover.on) <= number);
  const last = past.at(-1);
  const lastByDeparture = past.filter((handover) => handover.causes.includes("departure")).at(-1);
  return {
    monthsSinceHandover: last ? number - monthNumber(last.on) : null,
    lastHandoverCause: last ? (last.causes.filter((cause) => cause !== null).toSorted()[0] ?? null) : null,
    isHandoverToNewHire: last?.isToNewHire ?? null,
    monthsSinceDepartureHandover: lastByDeparture ? number - monthNumber(lastByDeparture.on) : null,
    isDepartureHandoverToNewHire: lastByDeparture?.isToNewHire ?? null,
    handovers12m: past.filter((handover) => number - monthNumber(handover.on) < 12).length,
  };
}
