import { can } from "~/modules/access/capabilities";
import type { Scope } from "~/modules/access/scope";
import { getReturnReport } from "../returns/get-return-report.server";

/** People money of the last report; the spread within a role only for readers who may see pay. */
export async function getPeopleMoney(scope: Scope<"roi.read">) {
  const { report, isBehind } = await getReturnReport(scope);
  const { peopleMoney, result, asOf, currency, horizonMonths, annualDiscountRate } = report;
  const maySeePay = can(scope.roles, "pay.read");
  return {
    money: {
      ...peopleMoney,
      roles: peopleMoney.roles.map((role) => ({
        ...role,
        quartilesMinor: maySeePay ? role.quartilesMinor : null,
      })),
    },
    training: result.programmes.find(({ key }) => key === "training") ?? null,
    maySeePay,
    page: { asOf, currency, horizonMonths, annualDiscountRate, isBehind },
  };
}
export type PeopleMoneyData = Awaited<ReturnType<typeof getPeopleMoney>>;
