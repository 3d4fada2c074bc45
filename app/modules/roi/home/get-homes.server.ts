import { sql } from "~/db/sql.server";
import { addMonths, type Month, monthRange } from "~/kernel/calendar";
import { companyToday } from "~/modules/access/company.server";
import type { Scope } from "~/modules/access/scope";
import type { Figure } from "./figure";
import { isPayDominated } from "./is-pay-dominated.server";
import { listAtRisk } from "./list-at-risk.server";
import { listLeavers } from "./list-leavers.server";
import { listTeams } from "./list-team-members.server";
import { prepareCustomerFigures, prepareLogoChurn } from "./prepare-customer-figures";
import { prepareLeadershipFigures } from "./prepare-leadership-figures";
import {
  costCategories,
  prepareCostPerHire,
  prepareHeadcount,
  prepareTrainingHours,
  prepareTurnover,
} from "./prepare-people-figures";
import { readCustomerMonths } from "./read-customer-months.server";
import { readPeopleMonths } from "./read-people-months.server";
import { readSurveyResults } from "./read-survey-results.server";
import { remembered } from "./remember.server";
import { lastDayOf, sumOver, trendWindows, windowBefore } from "./window";

async function companyAndWindow() {
  const company = await companyToday(sql());
  const window = windowBefore(company.today);
  return { today: company.today, window, asOf: lastDayOf(window), currency: company.reportingCurrency };
}

async function readHrHome(scope: Scope<"home.hr">) {
  const { today, ...home } = await companyAndWindow();
  const { window } = home;
  const [months, leavers, survey] = await Promise.all([
    readPeopleMonths(scope, window.last),
    listLeavers(scope, today),
    readSurveyResults(scope, today),
  ]);
  const figures: Figure[] = [
    prepareHeadcount(months, window),
    prepareTurnover(months, window, "turnover", "leavers"),
    prepareTurnover(months, window, "voluntaryTurnover", "leftVoluntary"),
    prepareTurnover(months, window, "regrettedTurnover", "leftRegretted"),
    prepareCostPerHire(months, window),
    prepareTrainingHours(months, window),
    {
      id: "engagement",
      unit: "scale5",
      goodDirection: "up",
      ...survey.engagement,
      previous: null,
      isChangeClear: null,
      trend: [],
    },
    {
      id: "enps",
      unit: "score",
      goodDirection: "up",
      ...survey.enps,
      previous: null,
      isChangeClear: null,
      trend: [],
    },
  ];
  const costMonths = monthRange(addMonths(window.last, -23), window.last);
  const byMonth = new Map(months.map((row) => [row.month, row]));
  const costs = costCategories.map((category) => ({
    category,
    valuesMinor: costMonths.map((month) => byMonth.get(month)?.[`${category}Minor`] ?? null),
  }));
  return {
    ...home,
    figures,
    leavers,
    survey: { name: survey.survey, units: survey.units },
    costMonths,
    costs,
  };
}

async function readSalesHome(scope: Scope<"home.sales">) {
  const { today, ...home } = await companyAndWindow();
  const [months, atRisk, teams] = await Promise.all([
    readCustomerMonths(scope, home.window.last),
    listAtRisk(scope, today),
    listTeams(scope, today),
  ]);
  const revenueMinor = sumOver(months, home.window, ["revenueMinor"])?.revenueMinor ?? null;
  return {
    ...home,
    today,
    figures: prepareCustomerFigures(months, home.window),
    atRisk,
    revenueMinor,
    ...teams,
  };
}

export interface LeadershipTrends {
  readonly months: readonly Month[];
  /** Customers lost of those present a year before, and departures per person-year, each over the twelve months to the point. */
  readonly churn: readonly (number | null)[];
  readonly turnover: readonly (number | null)[];
}

async function readLeadershipHome(scope: Scope<"home.leadership">) {
  const { today, ...home } = await companyAndWindow();
  const { window } = home;
  const [customers, people, atRisk, isDominated] = await Promise.all([
    readCustomerMonths(scope, window.last),
    readPeopleMonths(scope, window.last),
    listAtRisk(scope, today),
    isPayDominated(scope, today, home.currency),
  ]);
  const revenueMinor = sumOver(customers, window, ["revenueMinor"])?.revenueMinor ?? null;
  const points = trendWindows(window, 24);
  const trends: LeadershipTrends = {
    months: points.map((point) => point.last),
    churn: points.map((point) => prepareLogoChurn(customers, point).value),
    turnover: points.map((point) => prepareTurnover(people, point, "turnover", "leavers").value),
  };
  return {
    ...home,
    today,
    figures: prepareLeadershipFigures(customers, people, window, isDominated),
    trends,
    atRisk,
    revenueMinor,
  };
}

export const getHrHome = remembered(readHrHome);
export const getSalesHome = remembered(readSalesHome);
export const getLeadershipHome = remembered(readLeadershipHome);
