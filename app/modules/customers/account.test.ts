import { describe, expect, it } from "vitest";
import { accountForm, newAccountForm } from "./account";

const typed = { name: "Mill", type: "customer", acquiredOn: "2026-01-01" };
const problemsOf = (input: object) =>
  accountForm.safeParse(input).error?.issues.map((issue) => [issue.path.join("."), issue.message]);

describe("accountForm", () => {
  it("reads an amount into minor units of its currency", () => {
    expect(accountForm.parse({ ...typed, acquisitionCost: "12500.5", currency: "eur" })).toMatchObject({
      acquisitionCostMinor: 1_250_050n,
      currency: "EUR",
    });
    expect(accountForm.parse({ ...typed, acquisitionCost: "", currency: "EUR" })).toMatchObject({
      acquisitionCostMinor: null,
      currency: null,
    });
  });

  it.each([
    [{ ...typed, acquisitionCost: "12.345", currency: "EUR" }, [["acquisitionCost", "money"]]],
    [{ ...typed, acquisitionCost: "12.5", currency: "JPY" }, [["acquisitionCost", "money"]]],
    [{ ...typed, acquisitionCost: "-3", currency: "EUR" }, [["acquisitionCost", "notNegative"]]],
    [{ ...typed, acquisitionCost: "3" }, [["currency", "required"]]],
    [{ ...typed, currency: "XYZ" }, [["currency", "currency"]]],
    [{ ...typed, name: "  " }, [["name", "required"]]],
    [{ ...typed, acquiredOn: "2026-02-30" }, [["acquiredOn", "date"]]],
    [{ ...typed, name: "x".repeat(201) }, [["name", 'tooLong:{"max":200}']]],
  ])("refuses %j", (input, problems) => {
    expect(problemsOf(input)).toEqual(problems);
  });

  it("says everything that is wrong at once", () => {
    expect(problemsOf({ type: "customer", name: "", acquiredOn: "x", acquisitionCost: "abc" })).toHaveLength(
      3,
    );
  });

  it("asks a new account for its number and its owner", () => {
    const issues = newAccountForm.safeParse({ ...typed, accountNumber: "", ownerNumber: "" }).error?.issues;
    expect(issues?.map((issue) => issue.path[0])).toEqual(["accountNumber", "ownerNumber"]);
  });
});
