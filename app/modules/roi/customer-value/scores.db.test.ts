import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sql } from "~/db/sql.server";
import { refreshAllRollups } from "~/modules/linkage/panel/refresh-all-rollups.server";
import { buildAccount, buildCompany, buildScope } from "../../../../tests/builders/company";
import { getAccountStanding } from "./get-account-standing.server";
import { loyaltyOf } from "./loyalty";
import { publishScoreRule } from "./publish-score-rule.server";
import { refreshAccountScores } from "./refresh-account-scores.server";
import { builtInScoreRule } from "./score-rule";
import { simulateScoreRule } from "./simulate-score-rule.server";

const manager = buildScope("scenarios.write", { roles: ["leadership"] });

async function buyer({
  csat,
  now,
  before,
}: {
  csat: number | null;
  now: number;
  before: number;
}): Promise<string> {
  const accountId = await buildAccount({ acquiredOn: "2023-01-01" });
  for (const [month, amount] of [
    ["2025-06", before],
    ["2026-02", now],
  ] as const)
    await sql()`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
                values (${accountId}, ${uuidv7()}, ${`${month}-05`}, ${amount}, 'EUR')`;
  if (csat !== null)
    await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
                values (${accountId}, ${uuidv7()}, 'csat', ${csat}, '2026-03-20')`;
  return accountId;
}

async function scored(): Promise<void> {
  await refreshAllRollups(sql(), "2026-04-15");
  await refreshAccountScores(sql());
}

async function rowOf(accountId: string) {
  const [row] = await sql()`select * from account_scores where account_id = ${accountId}`;
  return row;
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-04-15T10:00:00Z") });
  await buildCompany({ currency: "EUR", timeZone: "UTC" });
  return () => vi.useRealTimers();
});
beforeEach(async () => {
  await sql()`truncate accounts, revenue_entries, satisfaction_responses, account_summaries, account_months, account_scores, value_score_rules cascade`;
});

describe("loyalty", () => {
  it("in SQL is the plain rule at every step and on both sides of it", async () => {
    const cases: { csat: number | null; now: number }[] = [];
    for (const csat of [1, 2, 3, 4, 5, null]) for (const now of [100, 94, 96]) cases.push({ csat, now });
    const ids = [];
    for (const each of cases) ids.push(await buyer({ csat: each.csat, now: each.now, before: 100 }));
    await scored();
    for (const [index, each] of cases.entries()) {
      const expected = loyaltyOf(each.csat === null ? null : (each.csat - 1) / 4, each.now / 100);
      const row = await rowOf(ids[index]!);
      expect([each, row?.["loyaltyStage"], row?.["loyaltyType"]]).toEqual([
        each,
        expected.stage,
        expected.type,
      ]);
    }
  });

  it("is unknown without an answer within 180 days, and without a year of buying", async () => {
    const silent = await buyer({ csat: null, now: 100, before: 100 });
    const fresh = await buildAccount({ acquiredOn: "2026-01-10" });
    await sql()`insert into satisfaction_responses (account_id, id, kind, score, answered_on) values (${fresh}, ${uuidv7()}, 'csat', 5, '2026-03-20')`;
    await scored();
    expect((await rowOf(silent))?.["loyaltyStage"]).toBe("unknown");
    expect((await rowOf(fresh))?.["loyaltyStage"]).toBe("unknown");
  });
});

describe("the score", () => {
  it("of one account alone is no rank above anybody: 0 of 100 by revenue and margin", async () => {
    const only = await buyer({ csat: 5, now: 100, before: 100 });
    await scored();
    expect((await rowOf(only))?.["points"]).toMatchObject({
      revenue: 0,
      margin: 0,
      satisfaction: 100,
      payment: null,
    });
  });

  it("leaves what cannot be measured out, and says nothing where less than half of the weight is measured", async () => {
    const poor = await buildAccount({ acquiredOn: "2023-01-01" });
    await scored();
    const row = await rowOf(poor);
    expect(row?.["potentialScore"]).toBeNull();
    expect(row?.["potentialClass"]).toBeNull();
  });

  it("says how many would change class before a rule is published, and changes them after", async () => {
    for (let i = 1; i <= 10; i++) await buyer({ csat: (i % 5) + 1, now: 100 * i, before: 100 });
    await scored();
    const parameters = {
      weights: {
        ...builtInScoreRule.parameters.weights,
        margin: 0,
        revenue: 0,
        loyalty: 0,
        satisfaction: 100,
      },
      cuts: { a: 90, b: 10 },
    };
    const before = await sql()`select account_id, current_class from account_scores order by 1`;
    const simulation = await simulateScoreRule(manager, parameters);
    expect(await sql()`select account_id, current_class from account_scores order by 1`).toEqual(before);
    expect(await publishScoreRule(manager, { parameters, note: "Satisfaction alone" })).toBe(2);
    const after = await sql()`select account_id, current_class from account_scores order by 1`;
    const changed = after.filter(
      (row, index) => row["currentClass"] !== before[index]!["currentClass"],
    ).length;
    expect(simulation).toMatchObject({ accounts: 10, currentChanged: changed });
    expect(changed).toBeGreaterThan(0);
    const [audit] = await sql()`select action from audit_events order by occurred_at desc limit 1`;
    expect(audit?.["action"]).toBe("value_score_rule.publish");
  });
});

describe("the standing of an account", () => {
  it("is nothing to who may not see the account", async () => {
    const accountId = await buyer({ csat: 5, now: 90, before: 100 });
    await scored();
    const leadership = buildScope("customers.read", { roles: ["leadership"] });
    expect(await getAccountStanding(leadership, accountId)).toMatchObject({ type: "latent" });
    const stranger = buildScope("customers.read", { roles: ["sales_manager"], unitIds: [uuidv7()] });
    expect(await getAccountStanding(stranger, accountId)).toBeNull();
  });
});
