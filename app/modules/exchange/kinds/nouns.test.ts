/** What an import takes, the form of the same noun takes too: a record that came from a file can be edited on the page. */
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { newAccountForm } from "~/modules/customers/account";
import { contactForm } from "~/modules/customers/contact";
import { interactionForm } from "~/modules/customers/interaction";
import { openCaseForm } from "~/modules/customers/service-case";
import { departureForm } from "~/modules/people/departure";
import { employeeForm } from "~/modules/people/employee";
import { importKinds } from "./import-kinds";
import type { ImportKindName } from "./kind";

type Shape = Readonly<Record<string, z.ZodType>>;
const shapeOf = (form: unknown): Shape => {
  const schema = form as { shape?: Shape; in?: { shape: Shape } };
  return (schema.shape ?? schema.in?.shape) as Shape;
};

const pairs: readonly [ImportKindName, unknown, Readonly<Record<string, string>>][] = [
  [
    "accounts",
    newAccountForm,
    {
      account_number: "accountNumber",
      name: "name",
      type: "type",
      parent_number: "parentNumber",
      segment: "segment",
      industry: "industry",
      region: "region",
      country: "country",
      acquired_on: "acquiredOn",
    },
  ],
  ["contacts", contactForm, { name: "name", email: "email", phone: "phone", job_title: "jobTitle" }],
  [
    "interactions",
    interactionForm,
    { channel: "channel", direction: "direction", minutes: "minutes", subject: "subject" },
  ],
  ["cases", openCaseForm, { case_number: "caseNumber", subject: "subject", priority: "priority" }],
  [
    "employees",
    employeeForm,
    {
      employee_number: "employeeNumber",
      name: "name",
      email: "email",
      hired_on: "hiredOn",
      service_orientation: "serviceOrientation",
    },
  ],
  ["employees", departureForm, { left_on: "leftOn", leave_reason: "leaveReason" }],
];

const cases = pairs.flatMap(([kind, form, fields]) =>
  Object.entries(fields).map(([column, field]) => [kind, column, shapeOf(form)[field]!] as const),
);

describe("import columns and form fields", () => {
  it.each(cases)("agree on %s.%s", (kind, name, field) => {
    const column = importKinds[kind].columns.find((each) => each.name === name)!;
    const { type } = column;
    const samples =
      type.is === "choice"
        ? Object.keys(type.words)
        : type.is === "text"
          ? ["x", "字".repeat(type.max)]
          : type.is === "integer" || type.is === "decimal"
            ? [String(type.min), String(type.max)]
            : [column.examples.find((example) => example !== "") ?? ""];
    for (const sample of samples)
      expect([sample.slice(0, 20), field.safeParse(sample).success]).toEqual([sample.slice(0, 20), true]);
    const refused =
      type.is === "choice"
        ? ["nonsense"]
        : type.is === "integer" || type.is === "decimal"
          ? [String(type.max + 1)]
          : type.is === "date"
            ? ["2025-02-30"]
            : [];
    for (const sample of refused) expect([sample, field.safeParse(sample).success]).toEqual([sample, false]);
  });
});
