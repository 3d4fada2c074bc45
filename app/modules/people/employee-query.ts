import type { Cursor } from "~/kernel/page";
import { type ListSort, readChoice, readCursor, readId, readSort, readText } from "~/ui/tables/list-query";

/** What the employees list can be sorted by. Pay is not among them, and nothing else is let through. */
const employeeSorts = [
  "name",
  "job",
  "unit",
  "tenure",
  "training",
  "accounts",
  "workload",
  "revenue",
  "csat",
  "lost",
] as const;
export type EmployeeSort = (typeof employeeSorts)[number];

/** present: active or about to start. */
export const statusFilters = ["present", "active", "left", "all"] as const;
export type StatusFilter = (typeof statusFilters)[number];

/** Parameters that filter, apart from the search. */
export const employeeFilterNames = ["status", "unit", "job", "tenure"] as const;

/** "New" is within the first six months. */
export const newcomerMonths = 6;

export interface EmployeeQuery {
  readonly search: string | null;
  /** As the URL says it; null where it says nothing. */
  readonly chosenStatus: StatusFilter | null;
  /** Without a choice the list shows those present, while a search looks among everyone. */
  readonly status: StatusFilter;
  /** The unit and all below it. */
  readonly unitId: string | null;
  readonly jobTitle: string | null;
  readonly isNewcomer: boolean;
  readonly sort: ListSort<EmployeeSort>;
  readonly cursor: Cursor | null;
}

export function readEmployeeQuery(params: URLSearchParams): EmployeeQuery {
  const search = readText(params, "q");
  const chosenStatus = readChoice(params, "status", statusFilters);
  return {
    search,
    chosenStatus,
    status: chosenStatus ?? (search ? "all" : "present"),
    unitId: readId(params, "unit"),
    jobTitle: readText(params, "job"),
    isNewcomer: readChoice(params, "tenure", ["new"]) !== null,
    sort: readSort(params, employeeSorts, { name: "name", isDescending: false }),
    cursor: readCursor(params),
  };
}
