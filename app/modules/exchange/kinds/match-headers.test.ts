import { describe, expect, it } from "vitest";
import { importKinds } from "./import-kinds";
import { importKindNames } from "./kind";
import { matchHeaders, normaliseHeader, recogniseOtherKind } from "./match-headers";

const columnsOf = (kind: (typeof importKindNames)[number], header: string[]) =>
  matchHeaders(importKinds[kind], header).columns;

describe("headers", () => {
  it("ignore case, blanks, dashes and underscores", () => {
    for (const header of [
      "employee_number",
      "Employee Number",
      "EMPLOYEE-NUMBER",
      " employeenumber ",
      "employee_number*",
    ])
      expect(normaliseHeader(header)).toBe("employeenumber");
  });

  it.each([
    [
      "employees",
      [
        "Employee #",
        "Display name",
        "Work Email",
        "Department",
        "Job Title",
        "Supervisor",
        "Hire Date",
        "Termination Date",
        "Pay rate",
      ],
      [
        "employee_number",
        "name",
        "email",
        "org_unit",
        "job_title",
        "manager_number",
        "hired_on",
        "left_on",
        "annual_salary",
      ],
    ],
    [
      "employees",
      [
        "Worker ID",
        "Legal Name",
        "Supervisory Organization",
        "Business Title",
        "Original Hire Date",
        "Termination Reason",
        "Scheduled FTE",
      ],
      ["employee_number", "name", "org_unit", "job_title", "hired_on", "leave_reason", "fte"],
    ],
    [
      "employees",
      ["工号", "姓名", "部门", "岗位", "入职日期", "离职日期", "离职原因", "年薪", "币种"],
      [
        "employee_number",
        "name",
        "org_unit",
        "job_title",
        "hired_on",
        "left_on",
        "leave_reason",
        "annual_salary",
        "currency",
      ],
    ],
    [
      "accounts",
      ["Record ID", "Company name", "Industry", "Close Date", "Country/Region", "State/Region"],
      ["account_number", "name", "industry", "acquired_on", "country", "region"],
    ],
    [
      "accounts",
      ["Account ID", "Account Name", "Parent Account", "Billing Country", "Created Date", "Type"],
      ["account_number", "name", "parent_number", "country", "acquired_on", "type"],
    ],
    [
      "assignments",
      ["Account Name", "Account Owner", "Team Role", "Start Date"],
      ["account_number", "employee_number", "role", "from"],
    ],
    [
      "cases",
      ["Ticket ID", "Organization", "Assignee", "Created at", "Solved at", "Priority", "Subject"],
      ["case_number", "account_number", "employee_number", "opened_at", "resolved_at", "priority", "subject"],
    ],
    [
      "satisfaction",
      [
        "Organization",
        "Metric",
        "Satisfaction rating",
        "Created at",
        "Person Email",
        "Comment",
        "Response ID",
      ],
      ["account_number", "kind", "score", "answered_on", "contact_email", "comment", "external_id"],
    ],
    [
      "revenue",
      ["客户编号", "月份", "金额", "币种", "销货成本", "产品"],
      ["account_number", "booked_on", "amount", "currency", "cost_of_goods", "product"],
    ],
  ] as const)("of %s are matched from %j", (kind, header, expected) => {
    expect(columnsOf(kind, [...header])).toEqual(expected);
  });

  it("names missing and doubled columns", () => {
    const match = matchHeaders(importKinds.revenue, ["Account #", "Account no", "Amount", "Colour"]);
    expect(match.missing).toEqual(["booked_on"]);
    expect(match.doubled).toEqual([{ column: "account_number", headers: ["Account #", "Account no"] }]);
    expect(match.columns[3]).toBeNull();
  });

  it("lets a choice by hand win, and leaves a header out", () => {
    const match = matchHeaders(importKinds.revenue, ["Account #", "Foo", "Amount"], {
      1: "booked_on",
      2: "",
    });
    expect(match.columns).toEqual(["account_number", "booked_on", null]);
  });

  it("recognises every kind by its own columns, whichever other kind was chosen", () => {
    for (const chosen of importKindNames) {
      for (const other of importKindNames) {
        const header = importKinds[other].columns.map((column) => column.name);
        expect([chosen, other, recogniseOtherKind(importKinds[chosen], header)]).toEqual([
          chosen,
          other,
          chosen === other ? null : other,
        ]);
      }
    }
  });

  it("keeps no two columns of a kind under one header", () => {
    for (const kind of Object.values(importKinds)) {
      const seen = new Map<string, string>();
      for (const column of kind.columns) {
        for (const header of new Set([column.name, ...column.synonyms].map(normaliseHeader))) {
          expect([kind.name, header, seen.get(header) ?? column.name]).toEqual([
            kind.name,
            header,
            column.name,
          ]);
          seen.set(header, column.name);
        }
      }
    }
  });
});
