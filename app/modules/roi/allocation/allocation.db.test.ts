/** Every month, by category, accounts + unused capacity + overhead are the ledger to the cent: on random ledgers and a generated company. */
import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { loadDemoCompany } from "../../../../prisma/demo/load-demo-company";
import {
  buildAccount,
  buildAssignment,
  buildCompany,
  buildEmployee,
  buildScope,
  buildUnit,
} from "../../../../tests/builders/company";
import { drainAllocation } from "./drain-allocation.server";
import { publishRule } from "./publish-rule.server";
import { listRateProblems } from "./read-cost-months.server";
import { simulateRule } from "./simulate-rule.server";

const everything = `truncate org_units, employees, employment_spells, cost_entries, training_records, accounts, interactions, assignments,
  exchange_rates, allocation_changes, allocation_months, account_cost_months, unallocated_cost_months, ledger_cost_months, allocation_rules cascade`;

interface Split {
  readonly month: string;
  readonly category: string;
  readonly minor: bigint;
}

/** What the allocation says every category of every month went to, all parts together. */
function allocated(): Promise<Split[]> {
  return sql()<Split[]>`
    select month, category, sum(minor)::bigint as minor from (
      select m.month, g.category, g.minor from account_cost_months m
      cross join lateral (values ('acquisition', acquisition_minor), ('compensation', compensation_minor), ('retention', retention_minor),
        ('training', training_minor), ('turnover', turnover_minor), ('productivity', productivity_minor), ('morale', morale_minor),
        ('customer_acquisition', customer_acquisition_minor)) as g (category, minor)
      union all
      select month, category::text, amount_minor from unallocated_cost_months) parts
    group by 1, 2 having sum(minor) <> 0 order by 1, 2`;
}

/** The same from the ledgers' own rows: each currency of a category and source summed, converted, rounded once. */
function fromLedger(): Promise<Split[]> {
  return sql()<Split[]>`
    with rows as (
      select date_trunc('month', incurred_on::timestamp)::date as month, category::text, 'e' as source, currency, amount_minor from cost_entries
      union all
      select date_trunc('month', completed_on::timestamp)::date, 'training', 't', currency, cost_minor from training_records where cost_minor is not null
      union all
      select date_trunc('month', acquired_on::timestamp)::date, 'customer_acquisition', 'a', currency, acquisition_cost_minor
      from accounts where acquisition_cost_minor is not null)
    select month, category, sum(round(total * factor))::bigint as minor
    from (select r.month, category, source, r.currency, sum(amount_minor) as total,
                 case when r.currency = 'EUR' then 1
                      else coalesce(
                        (select x.rate_to_reporting from exchange_rates x where x.currency = r.currency and x.month <= r.month order by x.month desc limit 1),
                        (select x.rate_to_reporting from exchange_rates x where x.currency = r.currency order by x.month limit 1)) * case r.currency when 'JPY' then 100 else 1 end end as factor
          from rows r where r.month > current_date - interval '118 months' group by 1, 2, 3, 4) sums
    where factor is not null group by 1, 2 having sum(round(total * factor)) <> 0 order by 1, 2`;
}

const month = fc.constantFrom("2026-01", "2026-02", "2026-03");
const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, "0"));
/** CHF has no rate, USD none of January, JPY has no minor unit. */
const currency = fc.constantFrom("EUR", "EUR", "USD", "JPY", "CHF");
const category = fc.constantFrom(
  "acquisition",
  "compensation",
  "retention",
  "training",
  "turnover",
  "productivity",
  "morale",
);
const person = fc.integer({ min: 0, max: 3 });
const account = fc.integer({ min: 0, max: 5 });

const ledger = fc.record({
  costs: fc.array(
    fc.record({
      month,
      day,
      currency,
      category,
      bearer: fc.option(person, { nil: null }),
      amount: fc.integer({ min: -90_000, max: 1_000_000 }),
    }),
    { maxLength: 25 },
  ),
  fees: fc.array(fc.record({ month, day, currency, person, amount: fc.integer({ min: 1, max: 99_999 }) }), {
    maxLength: 6,
  }),
  assignments: fc.uniqueArray(
    fc.record({
      person,
      account,
      share: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
      from: day,
      until: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    }),
    { maxLength: 14, selector: (each) => `${each.person} ${each.account}` },
  ),
  minutes: fc.array(fc.record({ month, day, person, account, minutes: fc.integer({ min: 1, max: 9_000 }) }), {
    maxLength: 10,
  }),
  won: fc.array(fc.record({ currency, amount: fc.integer({ min: 1, max: 999_999 }) }), { maxLength: 3 }),
});

type RandomLedger = typeof ledger extends fc.Arbitrary<infer Each> ? Each : never;

async function write(random: RandomLedger): Promise<void> {
  const run = sql();
  await run.unsafe(everything);
  await run`insert into exchange_rates (currency, month, rate_to_reporting)
            values ('USD', '2026-02-01', 0.913377), ('JPY', '2025-12-01', 0.00613), ('JPY', '2026-03-01', 0.00599)`;
  const units = [await buildUnit(), await buildUnit()];
  const people = [];
  for (let i = 0; i < 4; i++)
    people.push(
      await buildEmployee({
        unitId: units[i % 2]!,
        hiredOn: ["2025-01-01", "2025-06-15", "2026-02-10", "2025-01-01"][i]!,
        leftOn: i === 3 ? "2026-02-20" : null,
        fte: i === 1 ? 0.6 : 1,
      }),
    );
  const accounts = [];
  for (let i = 0; i < 6; i++) accounts.push(await buildAccount({ acquiredOn: "2025-01-01" }));
  for (const each of random.costs)
    await run`
      insert into cost_entries (id, employee_id, org_unit_id, category, kind, amount_minor, currency, incurred_on)
      values (${uuidv7()}, ${each.bearer === null ? null : people[each.bearer]!}, ${each.bearer === null ? units[0]! : null},
              ${each.category}::cost_category, 'correction', ${each.amount}, ${each.currency}, ${`${each.month}-${each.day}`})`;
  for (const [index, each] of random.fees.entries())
    await run`
      insert into training_records (id, employee_id, course, hours, completed_on, cost_minor, currency)
      values (${uuidv7()}, ${people[each.person]!}, ${`Course ${index}`}, 2, ${`${each.month}-${each.day}`}, ${each.amount}, ${each.currency})`;
  for (const each of random.assignments)
    await run`
      insert into assignments (account_id, id, employee_id, role, share, starts_on, ends_on)
      values (${accounts[each.account]!}, ${uuidv7()}, ${people[each.person]!}, 'sales', ${each.share === null ? null : each.share / 1000},
              ${`2026-01-${each.from}`}, ${each.until === null ? null : run`${`2026-01-${each.from}`}::date + ${each.until}::int`})`;
  for (const each of random.minutes)
    await run`
      insert into interactions (account_id, id, channel, occurred_at, employee_id, minutes)
      values (${accounts[each.account]!}, ${uuidv7()}, 'phone', ${`${each.month}-${each.day}T10:00:00Z`}, ${people[each.person]!}, ${each.minutes})`;
  for (const each of random.won)
    await run`
      insert into accounts (id, account_number, name, acquired_on, acquisition_cost_minor, currency)
      values (${uuidv7()}, ${`W-${uuidv7()}`}, 'Won', '2026-02-02', ${each.amount}, ${each.currency})`;
}

beforeAll(() => buildCompany({ currency: "EUR", timeZone: "UTC" }));

describe("random ledgers", () => {
  it("add up by month and category, credits, leavers, part-timers, rateless currencies and shares above one included", async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (random) => {
        await write(random);
        await drainAllocation(sql());
        expect(await allocated()).toEqual(await fromLedger());
      }),
      { numRuns: 20, seed: 20_260_401 },
    );
  }, 180_000);
});

describe("one person", () => {
  async function onePerson(): Promise<{ accountId: string; employeeId: string }> {
    await sql().unsafe(everything);
    const unitId = await buildUnit();
    const employeeId = await buildEmployee({ unitId, hiredOn: "2025-01-01" });
    const accountId = await buildAccount({ acquiredOn: "2025-01-01" });
    await buildAssignment({ accountId, employeeId, share: 0.5, startsOn: "2026-01-01" });
    await sql()`
      insert into cost_entries (id, employee_id, category, amount_minor, currency, incurred_on)
      values (${uuidv7()}, ${employeeId}, 'compensation', 100000, 'EUR', '2026-03-25')`;
    await drainAllocation(sql());
    return { accountId, employeeId };
  }
  const march = async () => {
    const [row] = await sql()<{ accounts: number; unused: number; overhead: number; version: number }[]>`
      select accounts_minor::int as accounts, unused_minor::int as unused, overhead_minor::int as overhead, rule_version as version
      from allocation_months where month = '2026-03-01'`;
    return { ...row };
  };

  it("with half of their time on an account costs it half; the other half is unused and spread over nobody", async () => {
    await onePerson();
    expect(await march()).toEqual({ accounts: 50_000, unused: 50_000, overhead: 0, version: 1 });
  });

  it("logging 3,000 minutes with an account of no stated share costs it 3,000 of 8,503 practical minutes", async () => {
    const { accountId, employeeId } = await onePerson();
    await sql()`update assignments set share = null`;
    await sql()`
      insert into interactions (account_id, id, channel, occurred_at, employee_id, minutes)
      values (${accountId}, ${uuidv7()}, 'visit', '2026-03-10T10:00:00Z', ${employeeId}, 3000)`;
    await drainAllocation(sql());
    const practical = ((31 * 40 * 60) / 7) * 0.8;
    expect((await march()).accounts).toBe(Math.round((100_000 * 3000) / practical));
  });

  it("without accounts is overhead", async () => {
    await onePerson();
    await sql()`delete from assignments`;
    await drainAllocation(sql());
    expect(await march()).toMatchObject({ accounts: 0, unused: 0, overhead: 100_000 });
  });

  it("whose severance is booked after the last day costs the accounts of the last month", async () => {
    const { employeeId } = await onePerson();
    await sql()`update employment_spells set ends_on = '2026-03-01'`;
    await sql()`update employees set left_on = '2026-03-01' where id = ${employeeId}`;
    await sql()`update assignments set ends_on = '2026-03-01'`;
    await drainAllocation(sql());
    expect(await march()).toMatchObject({ accounts: 50_000, unused: 50_000 });
  });

  it("is allocated anew by a later rule from its month on, and only tried by a simulation", async () => {
    await onePerson();
    const scope = buildScope("scenarios.write", { roles: ["leadership"] });
    const parameters = { weeklyHours: 40, practicalCapacity: 0.85, minutesWeight: 0, standardShare: 0.1 };
    await simulateRule(scope, parameters);
    expect((await march()).version).toBe(1);
    expect(await publishRule(scope, { parameters, validFrom: "2026-03-01", note: "Workshop" })).toBe(2);
    await drainAllocation(sql());
    expect((await march()).version).toBe(2);
    const [before] = await sql()`select rule_version from allocation_months where month = '2026-02-01'`;
    expect(before?.["ruleVersion"]).toBe(1);
    const [audit] = await sql()`select action, detail from audit_events order by occurred_at desc limit 1`;
    expect(audit).toMatchObject({ action: "allocation_rule.publish", detail: { practicalCapacity: 0.85 } });
  });
});

describe("a currency without a rate", () => {
  it("is named with its month and left out; a month without one names the month whose rate stands in", async () => {
    await sql().unsafe(everything);
    const unitId = await buildUnit();
    await sql()`insert into exchange_rates (currency, month, rate_to_reporting) values ('USD', '2026-03-01', 0.9)`;
    await sql()`
      insert into cost_entries (id, org_unit_id, category, amount_minor, currency, incurred_on)
      values (${uuidv7()}, ${unitId}, 'morale', 12300, 'CHF', '2026-02-10'), (${uuidv7()}, ${unitId}, 'morale', 1000, 'USD', '2026-02-10')`;
    await drainAllocation(sql());
    const [row] = await sql()`select ledger_minor from allocation_months where month = '2026-02-01'`;
    expect(row?.["ledgerMinor"]).toBe(900n);
    const problems = await listRateProblems(buildScope("roi.read", { roles: ["hr"] }), "2026-01-01");
    expect([...problems]).toEqual([
      { currency: "CHF", month: "2026-02-01", originalMinor: 12_300, rateMonth: null },
      { currency: "USD", month: "2026-02-01", originalMinor: 1_000, rateMonth: "2026-03-01" },
    ]);
  });
});

describe("the generated company", () => {
  it("adds up in every month and category, contract pay of the present month aside", async () => {
    await sql().unsafe(`${everything}; truncate company_settings, users, import_runs, audit_events cascade`);
    await loadDemoCompany(sql(), { size: "small", seed: 11 });
    await drainAllocation(sql());
    const standIn = await sql()<Split[]>`
      select month, category, sum(amount_minor)::bigint as minor from ledger_cost_months where source = 'contract_pay' group by 1, 2`;
    const extra = new Map(standIn.map((row) => [`${row.month} ${row.category}`, row.minor]));
    const without = (await allocated())
      .map((row) => ({ ...row, minor: row.minor - (extra.get(`${row.month} ${row.category}`) ?? 0n) }))
      .filter((row) => row.minor !== 0n);
    const expected = await fromLedger();
    expect(expected.length).toBeGreaterThan(200);
    expect(without.filter((row) => row.month > expected[0]!.month)).toEqual(
      expected.filter((row) => row.month > expected[0]!.month),
    );
  }, 120_000);

  it("after a change of one entry writes the accounts it touches, and leaves what allocating everything anew does", async () => {
    const stored = () =>
      sql()<{ key: string; row: string; writtenBy: string }[]>`
        select month || ' ' || account_id as key, m::text as row, xmin::text as written_by
        from account_cost_months m order by month, account_id`;
    const [entry] = await sql()<{ id: string; month: string; accounts: number }[]>`
      select c.id, date_trunc('month', c.incurred_on::timestamp)::date as month, a.accounts
      from cost_entries c
      join lateral (select count(distinct account_id)::int as accounts from assignments a where a.employee_id = c.employee_id) a on a.accounts > 0
      -- In the reporting currency: where amounts are converted, the cents of other lines may move too.
      where c.category = 'compensation' and c.currency = (select reporting_currency from company_settings)
        and c.incurred_on < date_trunc('month', current_date) - interval '2 months'
      order by c.incurred_on desc, c.id limit 1`;
    const before = await stored();
    await sql()`update cost_entries set amount_minor = amount_minor + 500000 where id = ${entry!.id}`;
    expect(await drainAllocation(sql())).toBe(1);
    const after = await stored();
    const known = new Map(before.map((row) => [row.key, row.writtenBy]));
    const written = after.filter((row) => known.get(row.key) !== row.writtenBy).map((row) => row.key);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThanOrEqual(entry!.accounts);
    expect(written.filter((key) => !key.startsWith(entry!.month))).toEqual([]);
    await sql()`truncate allocation_months, account_cost_months, unallocated_cost_months, ledger_cost_months`;
    await drainAllocation(sql());
    expect((await stored()).map((row) => row.row)).toEqual(after.map((row) => row.row));
  }, 120_000);
});
