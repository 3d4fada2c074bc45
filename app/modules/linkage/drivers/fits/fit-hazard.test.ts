import { expect, it } from "vitest";
import { createGenerator } from "~/stats/random/generator";
import { isRefusal } from "~/stats/result";
import { coxRegression } from "~/stats/survival/cox-regression";
import { type BuiltMonth, buildFitData } from "../../../../../tests/builders/fit-data";
import { type DriverEffect, isRefusedEffect } from "../result";
import { findSpec } from "../specs";
import { fitHazard, riskRows } from "./fit-hazard";

/** Training rises over three years and losses fall, each by itself: accounts of any age, nobody moved by training. */
function companyOverTheYears() {
  const random = createGenerator("over the years");
  const months: BuiltMonth[] = [];
  for (let account = 0; account < 1_200; account++) {
    const acquiredMonth = random.int(60);
    const owner = account % 60;
    for (let month = Math.max(24, acquiredMonth); month < 60; month++) {
      const isLost = random.uniform() < 0.03 - (0.02 * (month - 24)) / 36;
      months.push({
        account,
        month,
        acquiredMonth,
        owner,
        trainingHours: month + 10 * random.uniform(),
        churnsNextMonth: isLost ? 1 : 0,
      });
      if (isLost) break;
    }
  }
  return buildFitData(months);
}

it("does not take what a whole company goes through for an effect of what rises at the same time", () => {
  const data = companyOverTheYears();
  const { effects } = fitHazard(findSpec("churn")!, data, null);
  const training = effects!.find(
    (one): one is DriverEffect => !isRefusedEffect(one) && one.exposure === "training",
  )!;
  expect(training.model.lower).toBeLessThan(0);
  expect(training.model.upper).toBeGreaterThan(0);
  expect(training.checks.find(({ name }) => name === "complementary_log_log")!.passed).toBe(true);

  const risk = riskRows(data, ["training"], null);
  const byAge = coxRegression(
    { entry: risk.entry, exit: risk.exit, event: risk.event, covariates: risk.columns, names: risk.names },
    { cluster: risk.account },
  );
  if (isRefusal(byAge)) throw new Error(byAge.refused);
  expect(byAge.coefficients[0]!.interval.upper).toBeLessThan(0);
});
