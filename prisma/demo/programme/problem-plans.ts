import type { DemoDay, DemoPerson } from "./plan-terms";

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
