/**
 * What the panel holds: every column of panel_months with what it is, where it comes from and from which time. Names and
 * formulas in words: i18n `panel.column.*`; the statement that fills them: refresh-panel-months.ts.
 */
export interface PanelColumn<Name extends string = string> {
  readonly name: Name;
  /** An outcome is what became of the account in the month, an exposure is who served it. */
  readonly kind: "outcome" | "exposure";
  readonly unit: (typeof panelUnits)[number];
  /** The ledgers it comes from, the leading one first. */
  readonly sources: readonly PanelSource[];
  readonly timing: (typeof panelTimings)[number];
  /** May be empty: its coverage is counted. */
  readonly isNullable: boolean;
}

export const panelUnits = [
  "yes_no",
  "answers",
  "points",
  "cases",
  "money",
  "share",
  "days",
  "months",
  "log_months",
  "hours",
  "scale_1_5",
  "standard_deviations",
  "log_ratio",
  "scale_0_100",
  "handovers",
  "cause",
  "person",
] as const;

export const panelSources = [
  "accounts",
  "satisfaction",
  "cases",
  "revenue",
  "assignments",
  "employees",
  "employment",
  "training",
  "surveys",
] as const;
export type PanelSource = (typeof panelSources)[number];

/** When the fact behind a value happened, seen from the month of the row. */
export const panelTimings = [
  "in_month",
  "next_month",
  "first_day",
  "twelve_months_before",
  "last_before",
  "as_recorded",
  "up_to_month_end",
  "twelve_months_up_to_month_end",
] as const;

type Rest = Pick<PanelColumn, "unit" | "timing" | "sources"> & Partial<Pick<PanelColumn, "isNullable">>;
const outcome = <Name extends string>(name: Name, rest: Rest): PanelColumn<Name> => ({
  name,
  kind: "outcome",
  isNullable: false,
  ...rest,
});
const exposure = <Name extends string>(name: Name, rest: Rest): PanelColumn<Name> => ({
  name,
  kind: "exposure",
  isNullable: true,
  ...rest,
});

export const panelColumns = [
  outcome("customer_days", { unit: "days", timing: "in_month", sources: ["accounts"] }),
  outcome("is_complete", { unit: "yes_no", timing: "in_month", sources: ["accounts"] }),
  outcome("churns_next_month", {
    unit: "yes_no",
    timing: "next_month",
    sources: ["accounts"],
    isNullable: true,
  }),
  outcome("csat_n", { unit: "answers", timing: "in_month", sources: ["satisfaction"] }),
  outcome("csat_sum", { unit: "points", timing: "in_month", sources: ["satisfaction"] }),
  outcome("nps_n", { unit: "answers", timing: "in_month", sources: ["satisfaction"] }),
  outcome("nps_promoters", { unit: "answers", timing: "in_month", sources: ["satisfaction"] }),
  outcome("nps_detractors", { unit: "answers", timing: "in_month", sources: ["satisfaction"] }),
  outcome("cases_opened", { unit: "cases", timing: "in_month", sources: ["cases"] }),
  outcome("revenue_minor", { unit: "money", timing: "in_month", sources: ["revenue"] }),
  outcome("margin_minor", { unit: "money", timing: "in_month", sources: ["revenue"] }),
  exposure("owner_id", { unit: "person", timing: "in_month", sources: ["assignments"] }),
  exposure("vacancy_share", {
    unit: "share",
    timing: "in_month",
    sources: ["assignments", "employees"],
    isNullable: false,
  }),
  exposure("owner_tenure_months", {
    unit: "months",
    timing: "first_day",
    sources: ["employees", "assignments"],
  }),
  exposure("owner_log_tenure", {
    unit: "log_months",
    timing: "first_day",
    sources: ["employees", "assignments"],
  }),
  exposure("owner_training_hours_12m", {
    unit: "hours",
    timing: "twelve_months_before",
    sources: ["training", "assignments"],
  }),
  exposure("team_training_hours_12m", {
    unit: "hours",
    timing: "twelve_months_before",
    sources: ["training", "assignments"],
  }),
  exposure("owner_engagement", {
    unit: "scale_1_5",
    timing: "last_before",
    sources: ["surveys", "assignments"],
  }),
  exposure("owner_values_alignment", {
    unit: "scale_1_5",
    timing: "last_before",
    sources: ["surveys", "assignments"],
  }),
  exposure("owner_workload_z", {
    unit: "standard_deviations",
    timing: "first_day",
    sources: ["assignments", "employment"],
  }),
  exposure("owner_pay_position", {
    unit: "log_ratio",
    timing: "first_day",
    sources: ["employment", "assignments"],
  }),
  exposure("owner_service_orientation", {
    unit: "scale_0_100",
    timing: "as_recorded",
    sources: ["employees", "assignments"],
  }),
  exposure("months_since_handover", {
    unit: "months",
    timing: "up_to_month_end",
    sources: ["assignments", "employees"],
  }),
  exposure("last_handover_cause", {
    unit: "cause",
    timing: "up_to_month_end",
    sources: ["assignments", "employees"],
  }),
  exposure("is_handover_to_new_hire", {
    unit: "yes_no",
    timing: "up_to_month_end",
    sources: ["assignments", "employees"],
  }),
  exposure("months_since_departure_handover", {
    unit: "months",
    timing: "up_to_month_end",
    sources: ["assignments", "employees"],
  }),
  exposure("is_departure_handover_to_new_hire", {
    unit: "yes_no",
    timing: "up_to_month_end",
    sources: ["assignments", "employees"],
  }),
  exposure("handovers_12m", {
    unit: "handovers",
    timing: "twelve_months_up_to_month_end",
    sources: ["assignments", "employees"],
    isNullable: false,
  }),
] as const;
export type PanelColumnName = (typeof panelColumns)[number]["name"];

/** Columns whose values are counted, so that the page can say how much of the panel is filled. */
export const coveredColumns: readonly string[] = panelColumns
  .filter((column) => column.isNullable)
  .map((column) => column.name);
