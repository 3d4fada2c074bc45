/** The declared analyses: what is asked of the panel, before anyone has seen an answer. A change here is a new analysis. */
import type { ExposureName } from "./exposures";
import type { Outcome, SpecResult } from "./result";

export interface DriverSpec {
  readonly name: string;
  readonly kind: SpecResult["kind"];
  readonly outcome: Outcome | null;
  readonly exposures: readonly ExposureName[];
  /** In the model so that the others mean what they say; not tests of their own. */
  readonly adjustedFor: readonly ExposureName[];
  readonly estimator: string;
  readonly effects: readonly ("account" | "month" | "employee")[];
  readonly clustering: readonly ("account" | "employee")[];
  /** Tests that are adjusted together for being many; null where the analysis tests nothing. */
  readonly family: "drivers" | "leaving" | "retention" | null;
}

/** Share of false discoveries accepted among the findings of a family. */
export const falseDiscoveryRate = 0.05;

const handoverSteps = [
  "departure_handover_0_2",
  "departure_handover_3_5",
  "departure_handover_6_11",
] as const;
const otherHandoverSteps = ["other_handover_0_2", "other_handover_3_5", "other_handover_6_11"] as const;

export const specs: readonly DriverSpec[] = [
  {
    name: "satisfaction",
    kind: "panel_effects",
    outcome: "satisfaction",
    exposures: ["training", "tenure", "workload", "engagement", ...handoverSteps, "new_hire_handover"],
    // Accounts that ask for someone else do so after a bad answer: what follows is partly that answer's own recovery.
    adjustedFor: otherHandoverSteps,
    estimator: "fixed_effects",
    effects: ["account", "month", "employee"],
    clustering: ["account", "employee"],
    family: "drivers",
  },
  {
    name: "satisfaction_between_people",
    kind: "panel_effects",
    outcome: "satisfaction",
    exposures: ["engagement", "values_alignment", "pay_position", "service_orientation"],
    adjustedFor: [
      "training",
      "tenure",
      "workload",
      "account_size",
      ...handoverSteps,
      ...otherHandoverSteps,
      "new_hire_handover",
    ],
    estimator: "fixed_effects",
    effects: ["month"],
    clustering: ["account", "employee"],
    family: "drivers",
  },
  {
    name: "satisfaction_vacancy",
    kind: "panel_effects",
    outcome: "satisfaction",
    exposures: ["vacancy"],
    // What it is compared with: the account's months under an owner of mean tenure, training and workload, no handover near.
    adjustedFor: [
      ...handoverSteps,
      ...otherHandoverSteps,
      "new_hire_handover",
      "training",
      "tenure",
      "workload",
    ],
    estimator: "fixed_effects",
    effects: ["account", "month"],
    clustering: ["account", "employee"],
    family: "drivers",
  },
  {
    name: "revenue",
    kind: "panel_effects",
    outcome: "revenue",
    exposures: [
      "training",
      "tenure",
      "workload",
      "engagement",
      "departure_handover_0_2",
      "departure_handover_3_11",
      "departure_handover_12_17",
      "new_hire_handover",
    ],
    // Somebody newly hired may still sell less in the second year, which would else be taken for the departure's own effect.
    adjustedFor: ["new_hire_handover_12_17", ...otherHandoverSteps],
    estimator: "fixed_effects",
    effects: ["account", "month", "employee"],
    clustering: ["account", "employee"],
    family: "drivers",
  },
  {
    name: "churn",
    kind: "hazard",
    outcome: "churn",
    exposures: ["handover_0_5", "vacancy", "training", "tenure", "workload"],
    adjustedFor: ["account_size"],
    estimator: "cox",
    effects: ["month"],
    clustering: ["account"],
    family: "drivers",
  },
  {
    name: "churn_given_satisfaction",
    kind: "hazard",
    outcome: "churn",
    exposures: ["satisfaction", "handover_0_5"],
    adjustedFor: ["vacancy", "training", "tenure", "workload", "account_size"],
    estimator: "cox",
    effects: ["month"],
    clustering: ["account"],
    family: "drivers",
  },
  {
    name: "handovers",
    kind: "event_study",
    outcome: null,
    exposures: [],
    adjustedFor: [],
    estimator: "callaway_santanna",
    effects: [],
    clustering: ["account"],
    family: "drivers",
  },
  {
    name: "importance",
    kind: "importance",
    outcome: "satisfaction",
    exposures: [
      "training",
      "tenure",
      "workload",
      "engagement",
      "values_alignment",
      "service_orientation",
      "handover_0_5",
    ],
    adjustedFor: [],
    estimator: "shapley",
    effects: ["month"],
    clustering: ["account"],
    family: null,
  },
  {
    name: "retention",
    kind: "retention",
    outcome: "churn",
    exposures: ["tenure", "training", "handover_0_5"],
    adjustedFor: [],
    estimator: "kaplan_meier",
    effects: [],
    clustering: ["account"],
    family: "retention",
  },
  {
    name: "leaving",
    kind: "leaving",
    outcome: "leaving",
    exposures: [
      "engagement",
      "values_alignment",
      "workload",
      "tenure_3_to_18_months",
      "training",
      "pay_position",
    ],
    adjustedFor: ["tenure"],
    estimator: "complementary_log_log",
    effects: [],
    clustering: ["employee"],
    family: "leaving",
  },
  {
    name: "teams",
    kind: "teams",
    outcome: null,
    exposures: [],
    adjustedFor: ["account_size"],
    estimator: "random_intercept",
    effects: [],
    clustering: ["account"],
    family: null,
  },
];

export function findSpec(name: string): DriverSpec | undefined {
  return specs.find((spec) => spec.name === name);
}
