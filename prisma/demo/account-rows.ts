import type { Generator } from "../../app/stats/random/generator";
import type { SimulatedAccount } from "./area-state";
import type { RegionPlan } from "./company-plan";
import type { CopyWriter } from "./copy-writer";
import type { phrasesOf } from "./customer-phrases";
import type { DemoCalendar } from "./demo-calendar";

/** Someone who holds a post in the months [from, to). */
export interface Incumbency {
  readonly employeeId: string;
  readonly from: number;
  readonly to: number;
}

export interface AreaContext {
  readonly region: RegionPlan;
  /** By manager of the simulated area. */
  readonly managerIds: readonly string[];
  readonly teamLeadIds: readonly string[];
  /** Posts of customer service and of product specialists, each with its incumbents. */
  readonly servicePosts: readonly (readonly Incumbency[])[];
  readonly specialistPosts: readonly (readonly Incumbency[])[];
  readonly accountsPerManager: number;
  readonly contactEveryDays: number;
}

/** What the rows of one account have in common, and where they go. */
export interface AccountRows {
  readonly writer: CopyWriter;
  readonly calendar: DemoCalendar;
  readonly nextId: Readonly<Record<AccountTable, () => string>>;
  readonly nextCaseNumber: () => number;
  readonly random: Generator;
  readonly account: SimulatedAccount;
  readonly area: AreaContext;
  readonly phrases: ReturnType<typeof phrasesOf>;
  readonly accountId: string;
  readonly acquiredOn: string;
  readonly contactIds: readonly string[];
}

export const accountTables = [
  "accounts",
  "contacts",
  "assignments",
  "revenue_entries",
  "satisfaction_responses",
  "interactions",
  "cases",
] as const;
export type AccountTable = (typeof accountTables)[number];
