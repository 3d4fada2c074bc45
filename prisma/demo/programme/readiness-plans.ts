import type { DemoDay, DemoPerson } from "./plan-terms";

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
