import { type ListSort, readChoice, readId, readSort, readText } from "~/ui/tables/list-query";
import { type FilterableFactor, filterableFactors } from "./risk-factor";

/** What the list's URL asks for. */
export interface AccountRiskFilters {
  readonly region: string | null;
  readonly segment: string | null;
  readonly owner: string | null;
  readonly factor: FilterableFactor | null;
}
export const accountRiskFilterNames = ["region", "segment", "owner", "factor"] as const;

export function readAccountRiskFilters(params: URLSearchParams): AccountRiskFilters {
  return {
    region: readText(params, "region", 80),
    segment: readText(params, "segment", 80),
    owner: readId(params, "owner"),
    factor: readChoice(params, "factor", filterableFactors),
  };
}

export const accountRiskSorts = ["loss", "probability", "margin", "name"] as const;
export type AccountRiskSort = (typeof accountRiskSorts)[number];

export function readAccountRiskSort(params: URLSearchParams): ListSort<AccountRiskSort> {
  return readSort(params, accountRiskSorts, { name: "loss", isDescending: true });
}
