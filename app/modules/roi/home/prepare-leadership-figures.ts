import type { Figure } from "./figure";
import { countReading, figureOf, noData, type Reading, ratioReading } from "./figures";
import { prepareRetention } from "./prepare-customer-figures";
import { hiddenReading, peopleCostOver, prepareTurnover } from "./prepare-people-figures";
import type { CustomerMonth } from "./read-customer-months.server";
import type { PeopleMonth } from "./read-people-months.server";
import { sumOver, type Window } from "./window";

export function prepareLeadershipFigures(
  customers: readonly CustomerMonth[],
  people: readonly PeopleMonth[],
  window: Window,
  isPayDominated = false,
): Figure[] {
  const withMoney =
    (read: (money: { revenue: number; costOfGoods: number; peopleCost: number }) => Reading) =>
    (each: Window) => {
      const sums = sumOver(customers, each, ["revenueMinor", "costOfGoodsMinor"]);
      const peopleCost = peopleCostOver(people, each);
      if (peopleCost === "suppressed" || isPayDominated) return hiddenReading();
      if (!sums || peopleCost === null) return noData();
      return read({ revenue: sums.revenueMinor, costOfGoods: sums.costOfGoodsMinor, peopleCost });
    };
  return [
    figureOf({ id: "revenue", unit: "moneyPerYear", goodDirection: "up" }, window, (each) => {
      const sums = sumOver(customers, each, ["revenueMinor"]);
      return sums ? countReading(sums.revenueMinor) : noData();
    }),
    figureOf(
      { id: "marginAfterPeopleCost", unit: "percent", goodDirection: "up" },
      window,
      withMoney(({ revenue, costOfGoods, peopleCost }) => {
        const reading = ratioReading(
          { name: "margin", value: revenue - costOfGoods - peopleCost, unit: "money" },
          { name: "revenue", value: revenue, unit: "money" },
        );
        const inputs = [
          { name: "costOfGoods", value: costOfGoods, unit: "money" as const },
          { name: "peopleCost", value: peopleCost, unit: "money" as const },
        ];
        return { ...reading, parts: [...reading.parts, ...inputs] };
      }),
    ),
    prepareRetention(customers, window),
    prepareTurnover(people, window, "turnover", "leavers"),
    figureOf(
      { id: "peopleCostPerRevenue", unit: "percent", goodDirection: "down" },
      window,
      withMoney(({ revenue, peopleCost }) =>
        ratioReading(
          { name: "peopleCost", value: peopleCost, unit: "money" },
          { name: "revenue", value: revenue, unit: "money" },
        ),
      ),
    ),
  ];
}
