import type { DemoDay, DemoPerson } from "./plan-terms";

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
