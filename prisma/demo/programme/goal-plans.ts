import type { DemoDay, DemoPerson } from "./plan-terms";

export const goalPlans: readonly {
  title: string;
  description: string;
  metric: string | null;
  /** Code of a unit; null: the company. */
  unit: string | null;
  baselineOn: DemoDay;
  target: string | null;
  dueOn: DemoDay;
  owner: DemoPerson;
  assessment?: readonly ["on_track" | "at_risk" | "reached", string, DemoDay];
}[] = [
  {
    title: "More satisfied customers",
    description: "Satisfaction moves before revenue does: it is the first sign that handovers go better.",
    metric: "csat",
    unit: null,
    baselineOn: [14, 1],
    target: "80",
    dueOn: [-6, 30],
    owner: "leadership",
  },
  {
    title: "Fewer customers lost",
    description: "Each lost customer costs more to replace than to keep.",
    metric: "logoChurn",
    unit: null,
    baselineOn: [14, 1],
    target: "9",
    dueOn: [-6, 30],
    owner: "leadership",
  },
  {
    title: "Keep the recurring revenue we have",
    description: "Growth from new customers hides what is lost below it.",
    metric: "grr",
    unit: null,
    baselineOn: [14, 1],
    target: "92",
    dueOn: [-6, 30],
    owner: "leadership",
  },
  {
    title: "72 hours of training a year for everybody in Sales",
    description: "The regional programme brought it forward; the rest of the company follows.",
    metric: "trainingHoursPerFte",
    unit: "SALES",
    baselineOn: [14, 1],
    target: "72",
    dueOn: [-1, 28],
    owner: "hr",
  },
  {
    title: "Lose fewer people by their own choice",
    description: "Most leave between the third and the eighteenth month.",
    metric: "voluntaryTurnover",
    unit: null,
    baselineOn: [14, 1],
    target: "12",
    dueOn: [-6, 30],
    owner: "hr",
  },
  {
    title: "No account without an account manager",
    description: "A month without anybody costs more satisfaction than a month with somebody new.",
    metric: "vacancyShare",
    unit: null,
    baselineOn: [14, 1],
    target: "1.5",
    dueOn: [1, 28],
    owner: "sales_manager",
  },
  {
    title: "Half the handovers that a departure causes, in France and Benelux",
    description: "Planned handovers, with both people at the first visit, do not count.",
    metric: "departureHandovers",
    unit: "FRB",
    baselineOn: [12, 1],
    target: "20",
    dueOn: [-3, 28],
    owner: "sales_manager",
  },
  {
    title: "Every account manager can say what a customer is worth",
    description:
      "Asked without warning, every account manager names the value and the renewal date of their five largest accounts, and where to look the others up.",
    metric: null,
    unit: null,
    baselineOn: [8, 1],
    target: null,
    dueOn: [-3, 28],
    owner: "sales_manager",
    assessment: [
      "at_risk",
      "Asked in six teams: four of six could name the value, two knew the renewal dates. New colleagues do not know where to look.",
      [1, 18],
    ],
  },
];
