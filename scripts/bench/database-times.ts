import { execFileSync } from "node:child_process";
import { closeSql, type Sql } from "../../app/db/sql.server";
import type { Cursor } from "../../app/kernel/page";
import { type Measure, p95 } from "./report";

const repeats = 200;

/** Wall time of one call each, one after the other, 200 times with other arguments each time; the first 20 warm up. */
async function timeEach(work: (turn: number) => Promise<unknown>, count = repeats): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count + 20; turn++) {
    const start = performance.now();
    await work(turn);
    if (turn >= 20) times.push(performance.now() - start);
  }
  return times;
}

const sorts = ["revenue", "name", "number", "csat", "handovers", "since"] as const;
const noFilter = {
  q: null,
  status: null,
  type: null,
  segment: null,
  region: null,
  owner: null,
  health: null,
  isOwnerRecent: false,
  isUnowned: false,
  isHandedOver: false,
  isQuiet: false,
} as const;

async function importUseCases(url: string) {
  process.env["DATABASE_URL"] = url;
  const { commandLineScope } = await import("../../app/modules/access/require-scope.server");
  const { listAccounts } = await import("../../app/modules/linkage/account-page/list-accounts.server");
  const { getAccount } = await import("../../app/modules/linkage/account-page/get-account.server");
  const { getAccountOverview } = await import(
    "../../app/modules/linkage/account-page/get-account-overview.server"
  );
  const { getAccountTeam } = await import("../../app/modules/linkage/account-page/get-account-team.server");
  const { companyToday } = await import("../../app/modules/access/company.server");
  return {
    scope: commandLineScope("customers.read"),
    listAccounts,
    getAccount,
    getAccountOverview,
    getAccountTeam,
    companyToday,
  };
}

/** p95 of the use cases behind the pages, on one connection pool and with nothing else going on. */
export async function measureQueries(url: string, sql: Sql): Promise<Measure[]> {
  const { scope, listAccounts, getAccount, getAccountOverview, getAccountTeam, companyToday } =
    await importUseCases(url);
  const { today } = await companyToday(sql);
  const ids = (
    await sql<{ id: string }[]>`
    select account_id as id from account_summaries order by md5(account_id::text) limit 1000`
  ).map((row) => row.id);
  const idAt = (turn: number) => ids[(turn * 37) % ids.length]!;
  const list = (
    filters: Partial<typeof noFilter> & object,
    sort: (typeof sorts)[number],
    cursor: Cursor | null = null,
  ) =>
    listAccounts(scope, {
      filters: { ...noFilter, ...filters },
      sort: { name: sort, isDescending: sort === "revenue" },
      cursor,
      today,
      size: 50,
    });
  const segments = ["Key account", "Mid-market", "Small business"];
  const health = ["good", "watch", "falling", "unknown"] as const;
  const deep = await sql<{ value: string; id: string }[]>`
    select revenue_12m_minor::text as value, account_id as id from account_summaries order by md5(account_id::text) limit 400`;
  const latin = [
    "maschinen",
    "moreau",
    "logistik",
    "energi",
    "santos",
    "lindström",
    "optik",
    "brandt",
    "A-0123",
    "weber",
  ];
  const chinese = ["恒泰", "机械", "上海", "新材", "物流", "苏州", "鑫达", "电子", "光伏", "成都"];
  const at = <Item>(items: readonly Item[], turn: number) => items[turn % items.length]!;

  const measures: [string, (turn: number) => Promise<unknown>][] = [
    ["accounts list, first page", (turn) => list({}, at(sorts, turn))],
    [
      "accounts list, filtered",
      (turn) =>
        turn % 2 === 0
          ? list({ segment: at(segments, turn) as never, health: at(health, turn) as never }, "revenue")
          : list({ status: "customer" as never, isHandedOver: true as never }, "name"),
    ],
    ["accounts list, deep page", (turn) => list({}, "revenue", { direction: "after", ...at(deep, turn) })],
    ["search, Latin", (turn) => list({ q: at(latin, turn) as never }, "revenue")],
    ["search, two Chinese characters", (turn) => list({ q: at(chinese, turn) as never }, "revenue")],
    ["account page, header", (turn) => getAccount(scope, idAt(turn))],
    ["account page, overview", (turn) => getAccountOverview(scope, idAt(turn))],
    ["account page, team", (turn) => getAccountTeam(scope, idAt(turn))],
  ];
  const results: Measure[] = [];
  for (const [name, work] of measures) {
    const value = p95(await timeEach(work));
    results.push({ name: `${name}, SQL p95`, value, unit: "ms", target: 10, better: "less" });
  }
  await closeSql();
  return results;
}

/** p95 of the list's first page alone, for the comparison of two sizes: in a process of its own, since each has one database. */
export function measureList(url: string): number {
  const output = execFileSync(process.execPath, ["--import", "tsx", "scripts/bench/list-p95.ts"], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: url },
  });
  return Number(output);
}

/** What that process does. */
export async function timeList(url: string): Promise<number> {
  const { scope, listAccounts, companyToday } = await importUseCases(url);
  const { sql } = await import("../../app/db/sql.server");
  const { today } = await companyToday(sql());
  const times = await timeEach(
    (turn) =>
      listAccounts(scope, {
        filters: noFilter,
        sort: { name: sorts[turn % sorts.length]!, isDescending: false },
        cursor: null,
        today,
        size: 50,
      }),
    400,
  );
  await closeSql();
  return p95(times);
}
