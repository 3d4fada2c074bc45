/** The panel and the people as far as their ledgers tell of them: what lies outside is neither a loss nor a stay. */
import { type PanelData, startsOf } from "./panel-data";
import type { PeopleData, SurveyAnswerRows } from "./people-data";
import { beginOfLosses, endOfRecords } from "./recorded-months";

/** Without the months after the last fact about customers; losses before the first recorded one are unknown. */
export function panelWithinRecords(panel: PanelData): PanelData {
  if (panel.rows === 0) return panel;
  const [first, last] = rangeOf(panel.month);
  const hasFact = new Array<boolean>(last - first + 1).fill(false);
  const { revenueMinor, csatN, churnsNextMonth, monthsSinceHandover } = panel.columns;
  for (let row = 0; row < panel.rows; row++) {
    const at = panel.month[row]! - first;
    const isFact =
      revenueMinor[row]! !== 0 ||
      csatN[row]! > 0 ||
      monthsSinceHandover[row] === 0 ||
      panel.month[row] === panel.acquiredMonth[row];
    if (isFact) hasFact[at] = true;
    if (churnsNextMonth[row] === 1 && at + 1 < hasFact.length) hasFact[at + 1] = true;
  }
  const end = endOfRecords(hasFact);
  const kept = end === null ? panel : until(panel, first + end);
  return withKnownLosses(kept, first);
}

function until(panel: PanelData, last: number): PanelData {
  const pick = <Column extends Int32Array | Float32Array | Uint8Array>(column: Column): Column =>
    column.filter((_, row) => panel.month[row]! <= last) as Column;
  const account = pick(panel.account);
  const columns = Object.fromEntries(
    Object.entries(panel.columns).map(([name, column]) => [name, pick(column)]),
  ) as Record<keyof PanelData["columns"], Float32Array>;
  const month = pick(panel.month);
  // Whether an account is lost after the last month is what the ledger no longer says.
  for (let row = 0; row < month.length; row++)
    if (month[row] === last) columns.churnsNextMonth[row] = Number.NaN;
  return {
    ...panel,
    rows: month.length,
    rowsAfterRecords: panel.rows - month.length,
    account,
    month,
    acquiredMonth: pick(panel.acquiredMonth),
    owner: pick(panel.owner),
    lastCause: pick(panel.lastCause),
    logRate: pick(panel.logRate),
    revenueMonths: pick(panel.revenueMonths),
    accountStart: startsOf(account, panel.accountIds.length),
    columns,
  };
}

function withKnownLosses(panel: PanelData, first: number): PanelData {
  const lossesFrom = first + beginOf(panel.month, panel.columns.churnsNextMonth, first);
  if (lossesFrom === first) return panel;
  const churnsNextMonth = panel.columns.churnsNextMonth.map((value, row) =>
    panel.month[row]! < lossesFrom ? Number.NaN : value,
  );
  return { ...panel, lossesFrom, columns: { ...panel.columns, churnsNextMonth } };
}

/** The same for people; `leaves` is NaN in months of which the ledger tells no departure. */
export function peopleWithinRecords(people: PeopleData, answers: SurveyAnswerRows): PeopleData {
  if (people.rows === 0) return people;
  const { firstMonth: first, monthCount } = people;
  const hasFact = new Array<boolean>(monthCount).fill(false);
  for (let row = 0; row < people.rows; row++) {
    const at = people.month[row]! - first;
    const isNext = people.employee[row + 1] === people.employee[row];
    if (people.tenureMonths[row]! < 1 || people.leaves[row] === 1) hasFact[at] = true;
    // Hours of twelve months that rise were completed in the month.
    if (isNext && people.trainingHours[row + 1]! > people.trainingHours[row]!) hasFact[at] = true;
  }
  for (const month of answers.month)
    if (month >= first && month - first < monthCount) hasFact[month - first] = true;
  const end = endOfRecords(hasFact) ?? monthCount - 1;
  const begin = beginOf(people.month, people.leaves, first);
  if (begin === 0 && end === monthCount - 1) return people;
  const leaves = people.leaves.map((value, row) => {
    const at = people.month[row]! - first;
    return at < begin || at > end ? Number.NaN : value;
  });
  return { ...people, leaves };
}

function beginOf(month: Int32Array, lost: Float32Array, first: number): number {
  const counts: number[] = [];
  const losses: number[] = [];
  for (let row = 0; row < month.length; row++) {
    if (Number.isNaN(lost[row]!)) continue;
    const at = month[row]! - first;
    counts[at] = (counts[at] ?? 0) + 1;
    losses[at] = (losses[at] ?? 0) + (lost[row] === 1 ? 1 : 0);
  }
  const filled = (values: readonly number[]) => Array.from(values, (value) => value ?? 0);
  return beginOfLosses(filled(counts), filled(losses));
}

function rangeOf(months: Int32Array): readonly [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const month of months) {
    if (month < first) first = month;
    if (month > last) last = month;
  }
  return [first, last];
}
