import type { DemoDay, DemoPerson } from "./plan-terms";

export const riskPlans: readonly {
  title: string;
  probability: number;
  impact: number;
  response: "avoid" | "reduce" | "transfer" | "accept";
  note: string;
  owner: DemoPerson;
  reviewOn: DemoDay;
  closedOn?: DemoDay;
}[] = [
  {
    title: "Account managers see the system as supervision and keep their own lists",
    probability: 4,
    impact: 4,
    response: "reduce",
    note: "Nothing about a single person is shown to anybody who need not see it; said in every announcement.",
    owner: "hr",
    reviewOn: [-1, 15],
  },
  {
    title: "The sponsor turns to another subject before the second year",
    probability: 2,
    impact: 5,
    response: "reduce",
    note: "Goals are reported at every management meeting, in the same three numbers.",
    owner: "leadership",
    reviewOn: [-2, 1],
  },
  {
    title: "Training hours are cut at the next budget round",
    probability: 3,
    impact: 4,
    response: "avoid",
    note: "The effect of training is shown with its interval before the budget is discussed.",
    owner: "hr",
    reviewOn: [1, 20],
  },
  {
    title: "Customer numbers of two systems are mixed up on import",
    probability: 3,
    impact: 3,
    response: "reduce",
    note: "Every import is checked before it is written; failed rows come back with the reason.",
    owner: "sales_manager",
    reviewOn: [-1, 5],
  },
  {
    title: "Survey answers could be traced to a person in a small team",
    probability: 2,
    impact: 5,
    response: "avoid",
    note: "Groups under five are never shown, nor what would give them away.",
    owner: "hr",
    reviewOn: [-3, 10],
  },
  {
    title: "The product chosen cannot import what we have",
    probability: 2,
    impact: 4,
    response: "transfer",
    note: "Tried with our own files before signing; the supplier answers for it.",
    owner: "sales_manager",
    reviewOn: [10, 1],
    closedOn: [10, 16],
  },
];
