import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "~/db/sql.server";
import { buildAccount, buildCompany } from "../../../tests/builders/company";
import {
  buildRates,
  buildTwoPeople,
  clearLedgers,
  counts,
  importFile,
} from "../../../tests/builders/import-file";

beforeAll(async () => {
  await buildCompany();
  await buildRates();
});
beforeEach(clearLedgers);

describe("accounts and contacts", () => {
  it("creates a hierarchy, updates, and leaves columns alone that the file does not have", async () => {
    const file =
      "account_number,name,type,parent_number,segment,acquired_on,acquisition_cost\nA-2,Depot,dealer,A-1,Key,2024-01-01,100\nA-1,Nordwerk,,,Key,2023-01-01,\n";
    expect((await importFile("accounts", file)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("accounts", file)).counts).toEqual(counts(0, 0, 2));
    const fewer = await importFile(
      "accounts",
      "account_number,name,acquired_on\nA-2,Depot & Co,2024-01-01\n",
    );
    expect(fewer.counts).toEqual(counts(0, 1, 0));
    const [row] =
      await sql()`select a.name, a.type, a.segment, a.currency, p.account_number as parent from accounts a join accounts p on p.id = a.parent_id where a.account_number = 'A-2'`;
    expect(row).toEqual({
      name: "Depot & Co",
      type: "dealer",
      segment: "Key",
      currency: "EUR",
      parent: "A-1",
    });
  });

  it("lets a recorded account gain a parent that the same file brings", async () => {
    await buildAccount({ number: "A-1" });
    const result = await importFile(
      "accounts",
      "account_number,name,parent_number,acquired_on\nA-1,One,A-0,2023-01-01\nA-0,Zero,,2023-01-01\n",
    );
    expect(result.counts).toEqual(counts(1, 1, 0));
  });

  it("refuses a churn before the start, a reason without churn, and circles through recorded accounts", async () => {
    await importFile(
      "accounts",
      "account_number,name,parent_number,acquired_on\nA-1,One,A-2,2023-01-01\nA-2,Two,,2023-01-01\n",
    );
    const result = await importFile(
      "accounts",
      "account_number,name,parent_number,acquired_on,churned_on,churn_reason\nA-2,Two,A-1,2023-01-01,,\nA-3,Three,,2023-01-01,2022-01-01,\nA-4,Four,,2023-01-01,,Price\n",
    );
    expect(result.failures).toEqual(["2: treeCircle", "3: endBeforeStart", "4: needs"]);
  });

  it("knows a contact by address, and without one by name", async () => {
    await buildAccount({ number: "A-1", name: "Nordwerk" });
    const head = "Company name,Contact name,Email,Phone\n";
    const file = `${head}Nordwerk,Petra,petra@example.com,+49 40 1\nA-1,王敏,,\n`;
    expect((await importFile("contacts", file)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("contacts", file)).counts).toEqual(counts(0, 0, 2));
    expect(
      (
        await importFile(
          "contacts",
          `${head}A-1,Petra Lind,PETRA@example.com,+49 40 2\nA-1,王敏,wang@example.com,\n`,
        )
      ).counts,
    ).toEqual(counts(0, 2, 0));
    expect((await sql()`select 1 from contacts`).length).toBe(2);
    expect(
      (await importFile("contacts", `${head}A-9,X,,\nA-1,Y,y@example.com,1\nA-1,Z,Y@example.com,2\n`))
        .failures,
    ).toEqual(["2: unknownAccount", "3: contradicts", "4: contradicts"]);
  });
});

describe("assignments", () => {
  it("creates, ends with cause, and refuses overlaps in the same role", async () => {
    await buildTwoPeople();
    await buildAccount({ number: "A-1" });
    const head = "account_number,employee_number,role,share,from,to,end_cause\n";
    const file = `${head}A-1,E-1,owner,0.4,2024-01-01,,\nA-1,E-2,服务,0.2,2024-03-01,2026-01-01,planned\n`;
    expect((await importFile("assignments", file)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("assignments", file)).counts).toEqual(counts(0, 0, 2));
    const next = `${head}A-1,E-1,owner,0.4,2024-01-01,2025-01-01,planned\nA-1,E-1,owner,0.6,2025-01-01,,\n`;
    expect((await importFile("assignments", next)).counts).toEqual(counts(1, 1, 0));
    const refused = await importFile(
      "assignments",
      `${head}A-1,E-1,owner,1.5,2026-01-01,,\nA-1,E-1,owner,0.5,2026-02-01,,\nA-1,E-2,owner,0.5,2026-02-01,,departure\nA-1,E-2,boss,0.5,2026-02-01,,\n`,
    );
    expect(refused.failures).toEqual(["2: range", "3: overlapsRecorded", "4: needs", "5: choice"]);
  });
});

describe("revenue, satisfaction, interactions and cases", () => {
  beforeEach(async () => {
    await buildTwoPeople();
    await buildAccount({ number: "A-1", name: "Nordwerk" });
    await buildAccount({ number: "A-2", name: "Depot" });
    await importFile("contacts", "account_number,name,email\nA-1,Petra,petra@example.com\n");
  });

  it("books revenue by external id, or by content where equal rows are counted", async () => {
    const file =
      "account_number,month,amount,currency,cost_of_goods,product,kind,external_id\nA-1,2026-01,1000,EUR,600,Service,recurring,I-1\nA-2,2026-01,1000,USD,,,一次性,I-1\nA-2,2026-01-15,50,EUR,,,,\nA-2,2026-01-15,50,EUR,,,,\nA-2,2026-01-15,-50,EUR,-20,,,\n";
    expect((await importFile("revenue", file)).counts).toEqual(counts(5, 0, 0));
    expect((await importFile("revenue", file)).counts).toEqual(counts(0, 0, 5));
    const third = await importFile("revenue", `${file}A-2,2026-01-15,50,EUR,,,,\n`);
    expect(third.counts).toEqual(counts(1, 0, 5));
    const changed = await importFile(
      "revenue",
      "account_number,month,amount,external_id\nA-1,2026-01,1100,I-1\n",
    );
    expect(changed.counts).toEqual(counts(0, 1, 0));
    const [row] =
      await sql()`select amount_minor, cost_of_goods_minor, product from revenue_entries where external_id = 'I-1' and currency = 'EUR'`;
    expect(row).toEqual({ amountMinor: 110_000n, costOfGoodsMinor: 60_000n, product: "Service" });
    const queued = await sql()`select count(*)::int as n from rollup_queue where kind = 'account'`;
    expect(queued[0]?.["n"]).toBe(2);
  });

  it("names the account that is unknown, the currency without a rate, and the negative cost of goods", async () => {
    const result = await importFile(
      "revenue",
      "account_number,booked_on,amount,currency,cost_of_goods,external_id\nA-9,2026-01-01,1,EUR,,\nA-1,2026-01-01,1,CHF,,\nA-1,2026-01-01,1,EUR,-1,\nA-1,2026-01-01,1,EUR,,D\nNordwerk,2026-01-01,2,EUR,,D\n",
    );
    expect(result.failures).toEqual([
      "2: unknownAccount",
      "3: noRate",
      "4: negativeCostOfGoods",
      "5: contradicts",
      "6: contradicts",
    ]);
    const [row] =
      await sql()`select reasons from import_failures where run_id = ${result.runId} and row_number = 2`;
    expect(row?.["reasons"]).toEqual([
      { code: "unknownAccount", column: "account_number", params: { number: "A-9" } },
    ]);
  });

  it("judges scores by the scale of their kind", async () => {
    const head = "account_number,kind,score,answered_on,employee_number,contact_email,comment,external_id\n";
    const file = `${head}A-1,csat,4,2026-09-14T23:30:00Z,E-1,Petra@example.com,ok,R-1\nA-1,nps,10,2026-09-14,,,,\nA-1,ces,7,2026-09-14,,,,\n`;
    expect((await importFile("satisfaction", file)).counts).toEqual(counts(3, 0, 0));
    expect((await importFile("satisfaction", file)).counts).toEqual(counts(0, 0, 3));
    const [row] =
      await sql()`select answered_on, contact_id is not null as has_contact from satisfaction_responses where external_id = 'R-1'`;
    expect(row).toEqual({ answeredOn: "2026-09-15", hasContact: true });
    expect(
      (
        await importFile(
          "satisfaction",
          `${head}A-1,csat,6,2026-01-01,,,,\nA-1,csat,0,2026-01-01,,,,\nA-1,ces,0,2026-01-01,,,,\nA-1,nps,11,2026-01-01,,,,\nA-1,nps,4.5,2026-01-01,,,,\nA-2,nps,4,2026-01-01,E-9,petra@example.com,,\n`,
        )
      ).failures,
    ).toEqual([
      "2: range",
      "3: range",
      "4: range",
      "5: range",
      "6: wholeNumber",
      "7: unknownContact,unknownEmployee",
    ]);
  });

  it("reads times without a zone in the company's zone", async () => {
    const head = "account_number,channel,occurred_at,employee_number,direction,minutes,subject,external_id\n";
    const file = `${head}A-1,电话,2026-07-14 10:30,E-1,outbound,25,Renewal,X-1\nA-1,visit,2026-07-14T10:30:00Z,,,,,\n`;
    expect((await importFile("interactions", file)).counts).toEqual(counts(2, 0, 0));
    expect((await importFile("interactions", file)).counts).toEqual(counts(0, 0, 2));
    const rows = await sql()<{ occurredAt: Date }[]>`select occurred_at from interactions order by 1`;
    expect(rows.map((row) => row.occurredAt.toISOString())).toEqual([
      "2026-07-14T08:30:00.000Z",
      "2026-07-14T10:30:00.000Z",
    ]);
    expect(
      (await importFile("interactions", `${head}A-1,fax,2026-07-14 25:00,,sideways,99999,,\n`)).failures,
    ).toEqual(["2: choice,instant,choice,range"]);
  });

  it("opens and resolves cases, and refuses a resolution before the opening", async () => {
    const head =
      "account_number,case_number,subject,priority,opened_at,first_response_at,resolved_at,employee_number\n";
    expect(
      (
        await importFile(
          "cases",
          `${head}A-1,C-1,Pump,高,2026-09-14 10:30,,,E-1\nA-2,C-1,,,2026-09-14 10:30,,,\n`,
        )
      ).counts,
    ).toEqual(counts(2, 0, 0));
    const resolved = `${head}A-1,C-1,Pump,high,2026-09-14 10:30,2026-09-14 11:00,2026-09-15 09:00,E-1\n`;
    expect((await importFile("cases", resolved)).counts).toEqual(counts(0, 1, 0));
    expect((await importFile("cases", resolved)).counts).toEqual(counts(0, 0, 1));
    expect(
      (await importFile("cases", `${head}A-1,C-2,,,2026-09-14 10:30,2026-09-13,2026-09-01,\n`)).failures,
    ).toEqual(["2: beforeOpening,beforeOpening"]);
  });
});
