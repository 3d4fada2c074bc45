import type { ExposureName } from "../exposures";
import type { RowUnit } from "./row-behind";

/** How an exposure's value stands in a row of the list. */
export interface RowColumn {
  /** Over `panel_months p`. */
  readonly expression: string;
  readonly unit: RowUnit;
  /** A fact of whoever owned the account that month, and not of the account itself. */
  readonly isOfOwner: boolean;
}

const ofOwner = (expression: string, unit: RowColumn["unit"]): RowColumn => ({
  expression,
  unit,
  isOfOwner: true,
});
const within = (months: string, from: number, to: number, also = "true"): RowColumn => ({
  expression: `(coalesce(${months} between ${from} and ${to}, false) and ${also})::int`,
  unit: "flag",
  isOfOwner: false,
});
const departure = (from: number, to: number) => within("p.months_since_departure_handover", from, to);
const lastDeparture = (from: number, to: number) =>
  within("p.months_since_handover", from, to, "coalesce(p.last_handover_cause = 'departure', false)");
const other = (from: number, to: number) =>
  within("p.months_since_handover", from, to, "p.last_handover_cause is distinct from 'departure'");

/**
 * Exposures whose values may stand beside an account-month. What surveys and pay say has no column here, so that no query
 * can bring it into a row; what is computed from many months has none either.
 */
export const rowColumns: Readonly<Partial<Record<ExposureName, RowColumn>>> = {
  training: ofOwner("p.owner_training_hours_12m", "hours"),
  tenure: ofOwner("p.owner_tenure_months", "months"),
  workload: ofOwner("p.owner_workload_z", "z"),
  service_orientation: ofOwner("p.owner_service_orientation", "score"),
  vacancy: { expression: "p.vacancy_share * 100", unit: "percent", isOfOwner: false },
  departure_handover_0_2: departure(0, 2),
  departure_handover_0_5: departure(0, 5),
  departure_handover_3_5: lastDeparture(3, 5),
  departure_handover_6_11: lastDeparture(6, 11),
  departure_handover_3_11: departure(3, 11),
  departure_handover_12_17: departure(12, 17),
  other_handover_0_2: other(0, 2),
  other_handover_3_5: other(3, 5),
  other_handover_6_11: other(6, 11),
  handover_0_5: within("p.months_since_handover", 0, 5),
  new_hire_handover: within("p.months_since_handover", 0, 11, "coalesce(p.is_handover_to_new_hire, false)"),
};
