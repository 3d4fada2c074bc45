/** The exposures that declared analyses look at, in the unit that people say them in. Words: i18n `drivers.exposure.*`. */
import type { DriverEffect } from "./result";

export interface Exposure {
  /** An effect is stated for this much of the unit. */
  readonly per: number;
  readonly unit: DriverEffect["unit"];
  readonly lagMonths: readonly [number, number];
  /** From surveys or pay: never shown for one person or account. */
  readonly isSensitive: boolean;
}

export const exposures = {
  training: { per: 10, unit: "hours", lagMonths: [1, 12], isSensitive: false },
  tenure: { per: 1, unit: "doublings", lagMonths: [0, 0], isSensitive: false },
  workload: { per: 1, unit: "standard_deviations", lagMonths: [0, 0], isSensitive: false },
  engagement: { per: 1, unit: "standard_deviations", lagMonths: [1, 12], isSensitive: true },
  values_alignment: { per: 1, unit: "standard_deviations", lagMonths: [1, 12], isSensitive: true },
  pay_position: { per: 0.1, unit: "log_points", lagMonths: [0, 0], isSensitive: true },
  service_orientation: { per: 10, unit: "points", lagMonths: [0, 0], isSensitive: false },
  vacancy: { per: 1, unit: "vacancy", lagMonths: [0, 0], isSensitive: false },
  satisfaction: { per: 1, unit: "points", lagMonths: [1, 12], isSensitive: false },
  departure_handover_0_2: { per: 1, unit: "handover", lagMonths: [0, 2], isSensitive: false },
  departure_handover_0_5: { per: 1, unit: "handover", lagMonths: [0, 5], isSensitive: false },
  departure_handover_3_5: { per: 1, unit: "handover", lagMonths: [3, 5], isSensitive: false },
  departure_handover_6_11: { per: 1, unit: "handover", lagMonths: [6, 11], isSensitive: false },
  departure_handover_3_11: { per: 1, unit: "handover", lagMonths: [3, 11], isSensitive: false },
  departure_handover_12_17: { per: 1, unit: "handover", lagMonths: [12, 17], isSensitive: false },
  other_handover_0_2: { per: 1, unit: "handover", lagMonths: [0, 2], isSensitive: false },
  other_handover_3_5: { per: 1, unit: "handover", lagMonths: [3, 5], isSensitive: false },
  other_handover_6_11: { per: 1, unit: "handover", lagMonths: [6, 11], isSensitive: false },
  new_hire_handover: { per: 1, unit: "handover", lagMonths: [0, 11], isSensitive: false },
  new_hire_handover_12_17: { per: 1, unit: "handover", lagMonths: [12, 17], isSensitive: false },
  handover_0_5: { per: 1, unit: "handover", lagMonths: [0, 5], isSensitive: false },
  account_size: { per: 1, unit: "standard_deviations", lagMonths: [1, 12], isSensitive: false },
  tenure_3_to_18_months: { per: 1, unit: "share", lagMonths: [0, 0], isSensitive: false },
} as const satisfies Record<string, Exposure>;

export type ExposureName = keyof typeof exposures;
