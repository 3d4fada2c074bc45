import type { DemoDay, DemoPerson } from "./plan-terms";

export const charterPlan = {
  name: "Customers first",
  purpose:
    "We lose customers when the person they trust leaves, and we spend more on winning new ones than on keeping those people. By the end of next year nobody hands an account over without a plan, every account manager has the training the work needs, and we know what both return.",
  sponsor: "leadership",
  startsOn: [14, 1],
} as const satisfies { name: string; purpose: string; sponsor: DemoPerson; startsOn: DemoDay };

export const responsibilityPlans: readonly {
  matter: string;
  decides: DemoPerson;
  does: DemoPerson;
  consulted: string;
  informed: string;
}[] = [
  {
    matter: "Which accounts count as key accounts",
    decides: "leadership",
    does: "sales_manager",
    consulted: "Regional sales managers",
    informed: "Account managers",
  },
  {
    matter: "Training plan and budget of account managers",
    decides: "hr",
    does: "hr",
    consulted: "Regional sales managers, product specialists",
    informed: "Account managers",
  },
  {
    matter: "Handover within five working days of a resignation",
    decides: "sales_manager",
    does: "sales_manager",
    consulted: "Human resources",
    informed: "The customer, customer service",
  },
  {
    matter: "What is asked in surveys and what is shown of them",
    decides: "hr",
    does: "hr",
    consulted: "Works council",
    informed: "Everybody",
  },
];
