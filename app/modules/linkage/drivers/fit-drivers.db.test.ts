/** Every analysis answers or says why not, whatever the company has; and on a generated one it finds what was planted. */
import { beforeEach, describe, expect, it } from "vitest";
import { connectSql, type Sql, sql } from "~/db/sql.server";
import { companyToday } from "~/modules/access/company.server";
import { buildCompany, buildUnit } from "../../../../tests/builders/company";
import { refreshAllRollups } from "../panel/refresh-all-rollups.server";
import { fitDrivers } from "./fit-drivers.server";
import { type DriverEffect, isRefusedEffect, type SpecResult } from "./result";
import { specs } from "./specs";

async function analyse(): Promise<Map<string, SpecResult>> {
  const { results } = await fitDrivers({
    sql: sql() as Sql,
    asOf: "2026-11-21",
    dataStamp: "test",
    codeVersion: "test",
  });
  return new Map(results.map((result) => [result.spec, result]));
}

interface OddCompany {
  readonly accounts?: number;
  readonly owners?: number;
  readonly months?: number;
  readonly withAnswers?: boolean;
  readonly withRevenue?: boolean;
  /** Every answer is a four. */
  readonly isAlwaysFour?: boolean;
  readonly isOneOwner?: boolean;
}

/** Accounts from a month before the first fact on, each with one owner who never changes. */
async function buildOdd({
  accounts = 40,
  owners = 8,
  months = 8,
  withAnswers = true,
  withRevenue = true,
  isAlwaysFour = false,
  isOneOwner = false,
}: OddCompany): Promise<void> {
  const run = sql();
  const unitId = await buildUnit({ name: "Team" });
  const { today } = await companyToday(run);
  const first = (
    await run<{ first: string }[]>`
    select (date_trunc('month', ${today}::date) - make_interval(months => ${months - 1}))::date as first`
  )[0]!.first;
  await run`insert into employees (id, employee_number, name, hired_on)
            select gen_random_uuid(), 'E' || i, 'Person ' || i, ${first}::date - 30 * i from generate_series(1, ${owners}) i`;
  await run`insert into employment_spells (id, employee_id, starts_on, org_unit_id, job_title, fte)
            select gen_random_uuid(), id, hired_on, ${unitId}, 'Account manager', 1 from employees`;
  await run`insert into accounts (id, account_number, name, acquired_on)
            select gen_random_uuid(), 'A' || i, 'Account ' || i, ${first}::date - 40 from generate_series(1, ${accounts}) i`;
  await run`insert into assignments (account_id, id, employee_id, role, starts_on)
            select a.id, gen_random_uuid(), e.id, 'owner', a.acquired_on + 20 from accounts a
            join employees e on e.employee_number = 'E' || (1 + (substr(a.account_number, 2)::int % ${isOneOwner ? 1 : owners}))`;
  if (withRevenue)
    await run`insert into revenue_entries (account_id, id, booked_on, amount_minor, currency)
              select a.id, gen_random_uuid(), m::date, 100000 + 1000 * (extract(month from m)::int + substr(a.account_number, 2)::int), 'EUR'
              from accounts a, generate_series(${first}::timestamp, ${today}::timestamp, interval '1 month') m`;
  if (withAnswers)
    await run`insert into satisfaction_responses (account_id, id, kind, score, answered_on)
              select a.id, gen_random_uuid(), 'csat', case when ${isAlwaysFour} then 4 else 1 + abs(hashtext(a.account_number || m::text)) % 5 end, m::date
              from accounts a, generate_series(${first}::timestamp, ${today}::timestamp, interval '1 month') m`;
  await refreshAllRollups(run);
}

describe("odd companies", () => {
  beforeEach(async () => {
    await sql()`truncate accounts, employees, org_units, account_months, account_summaries, employee_summaries, unit_customer_months,
                unit_people_months, employee_months, panel_months, rollup_queue cascade`;
    await buildCompany();
  });

  it("answers for an empty company that there is none", async () => {
    const results = await analyse();
    expect([...results.keys()]).toEqual(specs.map(({ name }) => name));
    for (const result of results.values())
      expect(result.refused?.code).toMatch(/^(no_accounts|too_few_units)$/);
  });

  it.each<[string, OddCompany, Record<string, string>]>([
    ["no answers", { withAnswers: false }, { satisfaction: "no_answers", importance: "no_answers" }],
    ["no revenue", { withRevenue: false }, { revenue: "no_revenue" }],
    ["one month of data", { months: 1 }, { satisfaction: "one_month" }],
    ["one employee", { owners: 1 }, { satisfaction: "one_employee" }],
    [
      "one owner for every account",
      { isOneOwner: true },
      { satisfaction: "same_owner", revenue: "same_owner" },
    ],
    ["no handover and no loss", {}, { handovers: "no_handover", churn: "no_losses", retention: "no_losses" }],
    ["answers that never vary", { isAlwaysFour: true }, { satisfaction: "outcome_never_varies" }],
    ["a single account", { accounts: 1 }, { satisfaction: "same_owner" }],
  ])("says what is missing: %s", async (_, company, expected) => {
    await buildOdd(company);
    const results = await analyse();
    for (const [spec, code] of Object.entries(expected))
      expect([spec, results.get(spec)?.refused?.code]).toEqual([spec, code]);
    for (const result of results.values()) {
      expect([result.spec, result.refused]).not.toEqual([
        result.spec,
        expect.objectContaining({ code: "failed" }),
      ]);
      for (const effect of result.effects)
        if (isRefusedEffect(effect))
          expect([effect.key, effect.refused.code]).not.toEqual([effect.key, "failed"]);
    }
  });

  it("names training, surveys and pay that were never imported, each in its place", async () => {
    await buildOdd({});
    const results = await analyse();
    const refusedOf = (spec: string) =>
      Object.fromEntries(
        results
          .get(spec)!
          .effects.flatMap((effect) =>
            isRefusedEffect(effect) ? [[effect.exposure, effect.refused.code]] : [],
          ),
      );
    expect(refusedOf("satisfaction")).toMatchObject({
      training: "no_training",
      engagement: "no_survey",
      departure_handover_0_2: "no_departures",
    });
    expect(refusedOf("satisfaction_between_people")).toMatchObject({
      values_alignment: "no_survey",
      pay_position: "no_pay",
      service_orientation: "no_scores",
    });
  });

  it("tells surveys and pay that are too few from none at all", async () => {
    await buildOdd({});
    const run = sql();
    await run`insert into survey_answers (id, employee_id, survey, answered_on, engagement, values_alignment)
              select gen_random_uuid(), id, 'Pulse', current_date - 100, 3 + (substr(employee_number, 2)::int % 3), 4 from employees`;
    await run`update employment_spells set annual_salary_minor = 6000000, currency = 'EUR'
              where employee_id in (select id from employees order by employee_number limit 3)`;
    await refreshAllRollups(run as Sql, (await companyToday(run)).today);
    const results = await analyse();
    const codeOf = (spec: string, exposure: string) => {
      const effect = results.get(spec)!.effects.find((each) => each.exposure === exposure)!;
      return isRefusedEffect(effect) ? effect.refused.code : null;
    };
    expect(codeOf("satisfaction", "engagement")).toBe("too_few_answers");
    expect(codeOf("satisfaction_between_people", "values_alignment")).toBe("too_few_answers");
    expect(codeOf("satisfaction_between_people", "pay_position")).toBe("too_few_units");
  });
});

describe("a generated company of medium size", () => {
  it("shows what was planted within its intervals, and the naive reports outside of them", async () => {
    const { loadDemoCompany } = await import("../../../../prisma/demo/load-demo-company");
    const { plantedEffects } = await import("../../../../prisma/demo/planted-effects");
    const { plantedTruth } = await import("../../../../prisma/demo/planted-truth");
    const run = connectSql(process.env["DATABASE_URL"]!, { max: 2 });
    await run`truncate company_settings, accounts, employees, org_units, account_months, account_summaries, employee_summaries,
              unit_customer_months, unit_people_months, employee_months, panel_months, rollup_queue, exchange_rates cascade`;
    await loadDemoCompany(run, { size: "medium", seed: 13, today: "2026-11-21" });
    await run.end();
    const results = await analyse();
    const effects = [...results.values()]
      .flatMap(({ effects }) => effects)
      .filter((effect): effect is DriverEffect => !isRefusedEffect(effect));
    const of = (key: string) => effects.find((effect) => effect.key === key)!;
    for (const key of [
      "satisfaction.training",
      "satisfaction.tenure",
      "satisfaction.workload",
      "satisfaction.engagement",
      "satisfaction.departure_handover_0_2",
      "satisfaction.departure_handover_3_5",
      "revenue.departure_handover_3_11",
      "revenue.departure_handover_12_17",
      "churn_given_satisfaction.satisfaction",
    ]) {
      const { value, of: place } = plantedTruth(key, plantedEffects)!;
      const { lower, upper } = place === "model" ? of(key).model : of(key);
      expect([key, lower < value && value < upper]).toEqual([key, true]);
    }
    const training = of("satisfaction.training");
    const pooled = training.checks.find(({ name }) => name === "pooled")!;
    expect(pooled.upper).toBeLessThan(plantedTruth("satisfaction.training", plantedEffects)!.value);
    expect(training.verdict).toBe("differs");
    expect(of("handovers.revenue.departure_handover_3_11").verdict).toBe("moves");
    for (const key of ["revenue.training", "revenue.workload", "revenue.engagement"])
      expect([key, of(key).verdict]).toEqual([key, "none"]);
  }, 240_000);
});
