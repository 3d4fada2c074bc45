import type { Role } from "../../app/modules/access/roles";

/** Who of the generated company something is in the hands of. */
export type DemoPerson = Exclude<Role, "admin">;

/** A day, as months before the present one (0) and a day of that month; after it where below zero. */
export type DemoDay = readonly [monthsAgo: number, day: number];

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

export const readinessPlans: readonly {
  item: string;
  status: "open" | "in_progress" | "done";
  answer: string;
  owner: DemoPerson;
  evidence: readonly (readonly [text: string, link: string | null, on: DemoDay])[];
}[] = [
  {
    item: "return",
    status: "in_progress",
    answer:
      "Expected from fewer lost customers and less spent on replacing people; training, handover time and software are all counted as cost. To be reviewed every quarter.",
    owner: "leadership",
    evidence: [["Cost of people and customers lost, first review", "/home/leadership", [3, 12]]],
  },
  {
    item: "scope",
    status: "done",
    answer:
      "First all direct customers in five regions. Distributors follow once their contacts are recorded. Spare parts sold over the counter are not part of it.",
    owner: "leadership",
    evidence: [["Decision of the management meeting", null, [14, 9]]],
  },
  {
    item: "selection",
    status: "done",
    answer:
      "Three products tried for two weeks each by account managers, with our own imports and not with sample data.",
    owner: "sales_manager",
    evidence: [
      ["Notes of eleven account managers after the trial", null, [12, 20]],
      ["Criteria and their weights, agreed before the trial", null, [13, 4]],
    ],
  },
  {
    item: "complexity",
    status: "in_progress",
    answer:
      "Two customer lists with different numbers. One is given up; until then numbers are mapped on import.",
    owner: "sales_manager",
    evidence: [],
  },
  {
    item: "instil_idea",
    status: "done",
    answer: "Every team has talked about three customers it lost and why. The notes are kept.",
    owner: "hr",
    evidence: [["34 of 38 teams have sent their notes", null, [11, 25]]],
  },
  {
    item: "diagnose",
    status: "done",
    answer: "Satisfaction, losses and handovers of three years imported and checked against the accounts.",
    owner: "hr",
    evidence: [["Accounts with their satisfaction and handovers", "/accounts", [12, 2]]],
  },
  {
    item: "segment",
    status: "in_progress",
    answer: "Three segments by revenue and need. How often each is visited is still argued about.",
    owner: "sales_manager",
    evidence: [["Draft of visits by segment", null, [2, 6]]],
  },
  { item: "partner_model", status: "open", answer: "", owner: "sales_manager", evidence: [] },
  {
    item: "service_centre",
    status: "in_progress",
    answer: "Customer service takes all enquiries in four regions. China follows in spring.",
    owner: "leadership",
    evidence: [["Share of cases with a first response on the same day", null, [1, 14]]],
  },
];

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

export const problemPlans: readonly {
  title: string;
  foundOn: DemoDay;
  cause: string | null;
  solution: string | null;
  owner: DemoPerson;
  closedOn: DemoDay | null;
}[] = [
  {
    title: "Two regions reported different customer counts",
    foundOn: [13, 11],
    cause: "One counted delivery addresses, the other invoiced companies.",
    solution: "An account is who signs the contract; delivery addresses are contacts of it.",
    owner: "sales_manager",
    closedOn: [12, 3],
  },
  {
    title: "Handovers were entered weeks after they happened",
    foundOn: [9, 6],
    cause: "Only the regional assistant could enter them.",
    solution: "Every sales manager enters them; a departure leads straight to the handover.",
    owner: "sales_manager",
    closedOn: [8, 19],
  },
  {
    title: "客户的英文名和中文名被当成两个客户",
    foundOn: [7, 14],
    cause: "两个系统各用一种名称，编号也不同。",
    solution: "以合同上的客户编号为准，另一个名称记为联系人备注。",
    owner: "sales_manager",
    closedOn: [6, 2],
  },
  {
    title: "Joint training was booked on one person's cost",
    foundOn: [5, 22],
    cause: "Payroll had no unit for it.",
    solution: "Booked on the team; the monthly import names the unit.",
    owner: "hr",
    closedOn: [4, 8],
  },
  {
    title: "New account managers do not find the history of their accounts",
    foundOn: [1, 9],
    cause: "Older visits are in mailboxes of people who left.",
    solution: null,
    owner: "sales_manager",
    closedOn: null,
  },
];

export const announcementPlans: readonly {
  title: string;
  body: string;
  unit: string | null;
  asksToConfirm: boolean;
  publishedOn: DemoDay;
  by: DemoPerson;
  readBy: readonly DemoPerson[];
  confirmedBy: readonly DemoPerson[];
  feedback: readonly {
    text: string;
    /** Null: anonymous. */
    by: DemoPerson | null;
    on: DemoDay;
    answer: readonly [text: string, by: DemoPerson, on: DemoDay] | null;
  }[];
}[] = [
  {
    title: "Why we change how accounts are handed over",
    body: "Last year four in ten handovers happened because somebody left. In the year after such a handover the customer was less satisfied and bought less.\n\nFrom the first of next month every handover has a plan: both people at the first visit where that is possible, the open matters written down, and a call by the sales manager after six weeks.\n\nNobody is measured by how many handovers they had.",
    unit: null,
    asksToConfirm: true,
    publishedOn: [13, 4],
    by: "leadership",
    readBy: ["hr", "sales_manager", "employee"],
    confirmedBy: ["hr", "sales_manager"],
    feedback: [
      {
        text: "Who makes the first visit when the one before has already left?",
        by: "employee",
        on: [13, 6],
        answer: [
          "The sales manager comes along. It is in the plan as a task of theirs.",
          "sales_manager",
          [13, 9],
        ],
      },
      {
        text: "Will anybody use this to decide about bonuses?",
        by: null,
        on: [13, 8],
        answer: [
          "No. Bonuses follow the rules in the pay agreement, and those do not mention handovers or survey answers.",
          "hr",
          [13, 12],
        ],
      },
    ],
  },
  {
    title: "Training during working hours, and time for it",
    body: "Everybody in Sales has 72 hours a year for training, during working hours. Plan them with your team lead before the end of the quarter.\n\nWhat was learnt is recorded by Human resources; you see your own record under your name.",
    unit: "SALES",
    asksToConfirm: false,
    publishedOn: [6, 2],
    by: "hr",
    readBy: ["sales_manager", "leadership"],
    confirmedBy: [],
    feedback: [
      {
        text: "Do language courses count?",
        by: "employee",
        on: [6, 5],
        answer: ["Yes, if a customer of yours speaks the language.", "hr", [6, 9]],
      },
    ],
  },
  {
    title: "Customer service answers for all enquiries from spring on",
    body: "From spring every enquiry goes through customer service first, in China too. You see each case of your accounts on the account's page.\n\nTell your customers when you next speak to them; the number stays the same.",
    unit: null,
    asksToConfirm: true,
    publishedOn: [1, 12],
    by: "leadership",
    readBy: ["hr"],
    confirmedBy: ["hr"],
    feedback: [
      {
        text: "What happens to the customers who have my mobile number?",
        by: null,
        on: [1, 15],
        answer: null,
      },
    ],
  },
  {
    title: "中国区：春季起由客户服务统一受理",
    body: "春季起，中国区的客户咨询也由客户服务统一受理，电话号码不变。\n\n请在下次联系客户时说明。每位客户的工单可在客户页面查看。",
    unit: "CN",
    asksToConfirm: false,
    publishedOn: [1, 13],
    by: "leadership",
    readBy: [],
    confirmedBy: [],
    feedback: [],
  },
];
