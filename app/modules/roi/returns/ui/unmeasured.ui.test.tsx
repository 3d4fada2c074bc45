/** A company without a measured benefit: the page says so, and shows no benefit of 0. */
import { createRemixStub } from "@remix-run/testing";
import { render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { en } from "~/i18n/en";
import { createI18n } from "~/i18n/instance";
import { zh } from "~/i18n/zh";
import type { ProgrammeKey } from "../return-rules";
import { simulateProgrammes } from "../simulate-programmes";
import { Headline } from "./headline";
import { ProgrammesTable } from "./programmes-table";

const { programmes, total } = simulateProgrammes({
  programmes: [{ key: "training" satisfies ProgrammeKey, costMinor: 1_200_00, unitCosts: [], paths: [] }],
  inputs: [],
  annualDiscountRate: 0.08,
  horizonMonths: 36,
  draws: 10,
});
const shared = { currency: "EUR", horizonMonths: 36 };

function show(locale: "en" | "zh") {
  const Page = () => (
    <>
      <Headline result={total} draws={10} {...shared} />
      <ProgrammesTable programmes={programmes} total={total} gaps={[]} {...shared} />
    </>
  );
  const App = createRemixStub([{ path: "/", Component: Page }]);
  return render(
    <I18nextProvider i18n={createI18n(locale, locale === "en" ? en : zh)}>
      <App />
    </I18nextProvider>,
  );
}

it.each([
  ["en", "Not measurable yet", "1.2", "−1.2"],
  ["zh", "暂时无法衡量", "0.12", "−0.12"],
] as const)("in %s the benefit, ROI and payback are not measurable yet, and the net is what was spent", async (locale, words, cost, net) => {
  const { container } = show(locale);
  await screen.findAllByText(words);
  const facts = [...container.querySelectorAll("dd")].map((fact) => fact.textContent);
  expect(facts.slice(1)).toEqual([words, words, words, words, words]);
  const cells = [...container.querySelectorAll("tfoot td.n")].map((cell) => cell.textContent);
  expect(cells[0]).toBe(cost);
  expect(cells[3]).toBe(net);
  for (const index of [1, 2, 4, 5, 6]) expect(cells[index]).toMatch(/^–/);
});
