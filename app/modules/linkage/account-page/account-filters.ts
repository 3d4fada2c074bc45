import type { AccountStatus, AccountType } from "~/modules/customers/account";
import { accountStatuses, accountTypes } from "~/modules/customers/account";
import { type ListSort, readChoice, readId, readSort, readText } from "~/ui/tables/list-query";
import { type Health, healthStates } from "../panel/health";

/** What the accounts list's URL asks for. Flags are `?unowned=1`. */
export interface AccountFilters {
  readonly q: string | null;
  readonly status: AccountStatus | null;
  readonly type: AccountType | null;
  readonly segment: string | null;
  readonly region: string | null;
  readonly owner: string | null;
  readonly health: Health | null;
  /** The present owner took over less than six months ago. */
  readonly isOwnerRecent: boolean;
  readonly isUnowned: boolean;
  /** At least one change of owner within twelve months. */
  readonly isHandedOver: boolean;
  /** A customer without contact for sixty days. */
  readonly isQuiet: boolean;
}

export const filterNames = [
  "status",
  "type",
  "segment",
  "region",
  "owner",
  "health",
  "recent",
  "unowned",
  "handed",
  "quiet",
] as const;
export const flagNames = ["recent", "unowned", "handed", "quiet"] as const;
export type FlagName = (typeof flagNames)[number];

export const recentOwnerMonths = 6;
export const quietDays = 60;

export function readAccountFilters(params: URLSearchParams): AccountFilters {
  const isSet = (name: FlagName) => params.get(name) === "1";
  return {
    q: readText(params, "q"),
    status: readChoice(params, "status", accountStatuses),
    type: readChoice(params, "type", accountTypes),
    segment: readText(params, "segment", 80),
    region: readText(params, "region", 80),
    owner: readId(params, "owner"),
    health: readChoice(params, "health", healthStates),
    isOwnerRecent: isSet("recent"),
    isUnowned: isSet("unowned"),
    isHandedOver: isSet("handed"),
    isQuiet: isSet("quiet"),
  };
}

const accountSorts = ["name", "number", "revenue", "csat", "handovers", "since"] as const;
export type AccountSort = (typeof accountSorts)[number];

export function readAccountSort(params: URLSearchParams): ListSort<AccountSort> {
  return readSort(params, accountSorts, { name: "revenue", isDescending: true });
}

/** Views that people ask for every week, one click away. */
export const accountViews: readonly { readonly key: string; readonly query: string }[] = [
  { key: "all", query: "" },
  { key: "falling", query: "health=falling" },
  { key: "recent", query: "recent=1" },
  { key: "quiet", query: "status=customer&quiet=1" },
  { key: "unowned", query: "unowned=1" },
];
