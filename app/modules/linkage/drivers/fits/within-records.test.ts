/** An export that stopped, and one that holds only customers who are still there, must not look like loyalty. */
import { describe, expect, it } from "vitest";
import { type PanelData, panelColumns, startsOf } from "./panel-data";
import type { PeopleData, SurveyAnswerRows } from "./people-data";
import { panelWithinRecords, peopleWithinRecords } from "./within-records";

const accounts = 40;
const months = 36;

/** Revenue in [from, until); each account of a month in [lostFrom, until) has one loss a month among its kind. */
function panelOf({ lostFrom = 0, until = months }): PanelData {
  const rows: { account: number; month: number; lost: number; revenue: number }[] = [];
  for (let account = 0; account < accounts; account++) {
    const lostIn = account < months && account >= lostFrom && account < until ? account : months;
    for (let month = 0; month < months && month <= lostIn; month++) {
      rows.push({ account, month, lost: month === lostIn ? 1 : 0, revenue: month < until ? 100 : 0 });
    }
  }
  const column = (read: (row: (typeof rows)[number]) => number) => Float32Array.from(rows, read);
  const account = Int32Array.from(rows, (row) => row.account);
  const blank = Object.fromEntries(panelColumns.map((name) => [name, column(() => Number.NaN)]));
  return {
    rows: rows.length,
    account,
    month: Int32Array.from(rows, (row) => row.month),
    owner: Int32Array.from(rows, () => 0),
    lastCause: Int32Array.from(rows, () => -1),
    acquiredMonth: Int32Array.from(rows, () => -60),
    logRate: column(() => 0),
    revenueMonths: new Uint8Array(rows.length).fill(1),
    accountIds: Array.from({ length: accounts }, (_, code) => String(code)),
    accountStart: startsOf(account, accounts),
    lossesFrom: Number.NEGATIVE_INFINITY,
    rowsAfterRecords: 0,
    columns: {
      ...blank,
      revenueMinor: column((row) => row.revenue),
      churnsNextMonth: column((row) => row.lost),
    },
  } as unknown as PanelData;
}

describe("panelWithinRecords", () => {
  it("leaves a panel whose ledgers go on as it is", () => {
    const panel = panelOf({});
    expect(panelWithinRecords(panel)).toBe(panel);
  });

  it("ends with the last record, and does not know who stayed after it", () => {
    const panel = panelWithinRecords(panelOf({ until: 20 }));
    expect(Math.max(...panel.month)).toBe(20);
    expect(panel.rowsAfterRecords).toBe(panelOf({ until: 20 }).rows - panel.rows);
    const last = Array.from(panel.month.keys()).filter((row) => panel.month[row] === 20);
    expect(last.every((row) => Number.isNaN(panel.columns.churnsNextMonth[row]!))).toBe(true);
    expect(panel.accountStart.at(-1)).toBe(panel.rows);
    for (let account = 0; account < accounts; account++)
      expect(panel.account[panel.accountStart[account]!]).toBe(account);
  });

  it("counts nobody as having stayed before the first recorded loss", () => {
    const panel = panelWithinRecords(panelOf({ lostFrom: 18 }));
    expect(panel.lossesFrom).toBe(18);
    expect(panel.rows).toBe(panelOf({ lostFrom: 18 }).rows);
    for (let row = 0; row < panel.rows; row++)
      expect(Number.isNaN(panel.columns.churnsNextMonth[row]!)).toBe(panel.month[row]! < 18);
  });
});

describe("peopleWithinRecords", () => {
  const noAnswers = { month: new Int32Array(0) } as unknown as SurveyAnswerRows;
  /** Everybody stays but one a month from `leftFrom` until `until`; hours of training rise until then. */
  function peopleOf({ leftFrom = 0, until = months }): PeopleData {
    const rows = Array.from({ length: accounts }, (_, employee) =>
      Array.from({ length: months }, (_, month) => ({ employee, month })).filter(
        ({ month }) => employee < leftFrom || employee >= until || month <= employee,
      ),
    ).flat();
    return {
      rows: rows.length,
      employee: Int32Array.from(rows, ({ employee }) => employee),
      month: Int32Array.from(rows, ({ month }) => month),
      firstMonth: 0,
      monthCount: months,
      tenureMonths: Float32Array.from(rows, ({ month }) => 50 + month),
      trainingHours: Float32Array.from(rows, ({ month }) => Math.min(month, until)),
      leaves: Float32Array.from(rows, ({ employee, month }) =>
        employee >= leftFrom && employee < until && month === employee ? 1 : 0,
      ),
    } as unknown as PeopleData;
  }

  it("does not know who left before departures were recorded, nor after the last record", () => {
    const { month, leaves } = peopleWithinRecords(peopleOf({ leftFrom: 10, until: 25 }), noAnswers);
    for (const [row, value] of leaves.entries())
      expect(Number.isNaN(value)).toBe(month[row]! < 10 || month[row]! >= 25);
  });

  it("leaves people whose records go on as they are", () => {
    const people = peopleOf({});
    expect(peopleWithinRecords(people, noAnswers)).toBe(people);
  });
});
