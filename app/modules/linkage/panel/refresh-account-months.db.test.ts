import { beforeAll, describe, expect, it } from "vitest";
import { runInSql } from "~/db/run-statement.server";
import { sql } from "~/db/sql.server";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildUnit,
} from "../../../../tests/builders/company";
import { refreshAccountMonths } from "./refresh-account-months";
import { refreshAllRollups } from "./refresh-all-rollups.server";

const asOf = "2026-06-15";
let first: string;
let second: string;

async function book(
  accountId: string,
  bookedOn: string,
  minor: number,
  parts: Partial<{ currency: string; kind: string }> = {},
) {
  await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency, kind)
    values (${accountId}, gen_random_uuid(), ${bookedOn}, ${minor}, ${parts.currency ?? "EUR"}, ${parts.kind ?? "recurring"}::revenue_kind)`;
}

async function answer(accountId: string, answeredOn: string, kind: string, score: number) {
  await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
    values (${accountId}, gen_random_uuid(), ${kind}::satisfaction_kind, ${score}, ${answeredOn})`;
}

async function monthOf(accountId: string, month: string) {
  const [row] =
    await sql()`select * from account_months where account_id = ${accountId} and month = ${month}`;
  return row;
}

beforeAll(async () => {
  await buildCompany();
  const unit = await buildUnit();
  first = await buildEmployee({ unitId: unit, leftOn: "2026-03-01" });
  second = await buildEmployee({ unitId: unit });
});

describe("account months", () => {
  it("run from the acquisition month to the as-of month, and on for a year after a loss", async () => {
    const kept = await buildAccount({ acquiredOn: "2026-02-10" });
    const lost = await buildAccount({ acquiredOn: "2024-12-05", churnedOn: "2025-01-20" });
    await book(lost, "2024-12-05", 100_00);
    await refreshAllRollups(sql(), asOf);
    const months =
      await sql()`select account_id, min(month), max(month), count(*)::int as n from account_months
      where account_id in (${kept}, ${lost}) group by account_id`;
    expect(months.find((row) => row["accountId"] === kept)).toMatchObject({
      min: "2026-02-01",
      max: "2026-06-01",
      n: 5,
    });
    expect(months.find((row) => row["accountId"] === lost)).toMatchObject({
      min: "2024-12-01",
      max: "2026-01-01",
      n: 14,
    });
  });

  it("counts an account lost on 1 April as present at the start of April, lost in April, and absent in May", async () => {
    const account = await buildAccount({ acquiredOn: "2026-01-01", churnedOn: "2026-04-01" });
    await refreshAllRollups(sql(), asOf);
    expect(await monthOf(account, "2026-01-01")).toMatchObject({ isActiveAtStart: false, isLost: false });
    expect(await monthOf(account, "2026-04-01")).toMatchObject({ isActiveAtStart: true, isLost: true });
    expect(await monthOf(account, "2026-05-01")).toMatchObject({ isActiveAtStart: false, isLost: false });
  });

  it("adds 100.00 + 20.00 − 5.00 EUR and 1,000 JPY at 0.0060 to 121.00, of it 100.00 + 6.00 recurring", async () => {
    await sql()`insert into exchange_rates values ('JPY', '2026-01-01', 0.0055), ('JPY', '2026-03-01', 0.0060)`;
    const account = await buildAccount({ acquiredOn: "2025-01-01" });
    await book(account, "2026-03-01", 100_00);
    await book(account, "2026-03-31", 20_00, { kind: "one_off" });
    await book(account, "2026-03-31", -5_00, { kind: "one_off" });
    await book(account, "2026-03-15", 1000, { currency: "JPY" });
    await book(account, "2026-04-01", 7_00);
    await refreshAllRollups(sql(), asOf);
    expect(await monthOf(account, "2026-03-01")).toMatchObject({
      revenueMinor: 121_00n,
      recurringMinor: 106_00n,
    });
    expect(await monthOf(account, "2026-04-01")).toMatchObject({ revenueMinor: 7_00n });
  });

  it("converts last year's 1,000 JPY at this year's 0.0060, not at last year's 0.0055", async () => {
    const account = await buildAccount({ acquiredOn: "2024-01-01" });
    await book(account, "2025-04-02", 1000, { currency: "JPY" });
    await refreshAllRollups(sql(), asOf);
    expect(await monthOf(account, "2025-04-01")).toMatchObject({ recurringMinor: 550n });
    expect(await monthOf(account, "2026-04-01")).toMatchObject({
      recurringMinor: 0n,
      recurringYearAgoMinor: 600n,
    });
  });

  it("sums CSAT 5, 4, 2 to n 3, sum 11, squares 45, two at 4 or 5; NPS 10, 9, 7, 6 to 2 promoters and 1 detractor; CES 5 and 3 to 1 favourable", async () => {
    const account = await buildAccount({ acquiredOn: "2025-01-01" });
    for (const score of [5, 4, 2]) await answer(account, "2026-05-31", "csat", score);
    for (const score of [10, 9, 7, 6]) await answer(account, "2026-05-01", "nps", score);
    for (const score of [5, 3]) await answer(account, "2026-05-01", "ces", score);
    await answer(account, "2026-06-16", "csat", 1);
    await refreshAllRollups(sql(), asOf);
    expect(await monthOf(account, "2026-05-01")).toMatchObject({
      csatN: 3,
      csatSum: 11,
      csatSumOfSquares: 45,
      csatTop2: 2,
      npsN: 4,
      npsPromoters: 2,
      npsDetractors: 1,
      cesN: 2,
      cesSum: 8,
      cesSumOfSquares: 34,
      cesFavourable: 1,
    });
    expect(await monthOf(account, "2026-06-01")).toMatchObject({ csatN: 0 });
  });

  it("sees one handover after a departure in April when the owner left on 1 March and the next began on 10 April", async () => {
    const account = await buildAccount({ acquiredOn: "2025-01-01" });
    await buildAssignment({
      accountId: account,
      employeeId: first,
      startsOn: "2025-01-01",
      endsOn: "2026-03-01",
    });
    await buildAssignment({ accountId: account, employeeId: second, startsOn: "2026-04-10" });
    await refreshAllRollups(sql(), asOf);
    expect(await monthOf(account, "2026-02-01")).toMatchObject({ handovers: 0, ownerId: first });
    expect(await monthOf(account, "2026-03-01")).toMatchObject({ handovers: 0, ownerId: null });
    expect(await monthOf(account, "2026-04-01")).toMatchObject({
      handovers: 1,
      handoversAfterDeparture: 1,
      ownerId: second,
    });
  });

  it("sees a planned handover once with a month of overlap, and none where a share changes or a second owner joins", async () => {
    const overlapping = await buildAccount({ acquiredOn: "2025-01-01" });
    await buildAssignment({
      accountId: overlapping,
      employeeId: first,
      startsOn: "2025-01-01",
      endsOn: "2026-02-15",
      endCause: "planned",
    });
    await buildAssignment({ accountId: overlapping, employeeId: second, startsOn: "2026-01-15" });
    const shared = await buildAccount({ acquiredOn: "2025-01-01" });
    await buildAssignment({
      accountId: shared,
      employeeId: second,
      startsOn: "2025-01-01",
      endsOn: "2026-01-01",
      endCause: "planned",
    });
    await buildAssignment({ accountId: shared, employeeId: second, startsOn: "2026-01-01", share: 0.2 });
    await buildAssignment({ accountId: shared, employeeId: first, startsOn: "2026-01-10", share: 0.1 });
    await refreshAllRollups(sql(), asOf);
    const counted =
      await sql()`select account_id, month, handovers, handovers_after_departure from account_months
      where account_id in (${overlapping}, ${shared}) and handovers > 0`;
    expect(counted).toEqual([
      { accountId: overlapping, month: "2026-02-01", handovers: 1, handoversAfterDeparture: 0 },
    ]);
    expect(await monthOf(shared, "2026-02-01")).toMatchObject({ ownerId: second });
  });

  it("gives the same rows for a list of ids as for all, and removes months that no longer apply", async () => {
    const account = await buildAccount({ acquiredOn: "2025-01-01" });
    await book(account, "2026-03-01", 1_00);
    await refreshAllRollups(sql(), asOf);
    const all = await sql()`select * from account_months where account_id = ${account} order by month`;
    await sql()`delete from account_months where account_id = ${account}`;
    await runInSql(sql(), refreshAccountMonths([account], asOf));
    expect(await sql()`select * from account_months where account_id = ${account} order by month`).toEqual(
      all,
    );
    await sql()`update accounts set acquired_on = '2026-02-01' where id = ${account}`;
    await runInSql(sql(), refreshAccountMonths([account], asOf));
    const [left] = await sql()`select count(*)::int as n from account_months where account_id = ${account}`;
    expect(left).toEqual({ n: 5 });
  });
});
