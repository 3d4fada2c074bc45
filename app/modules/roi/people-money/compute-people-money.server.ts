import { sql } from "~/db/sql.server";
import type { CalendarDate } from "~/kernel/calendar";
import { assumptionsAt, turnoverAssumptions } from "~/modules/people/turnover-assumptions";
import { type TurnoverPart, turnoverCost, turnoverParts } from "~/modules/people/turnover-cost";
import type { Window } from "../home/window";
import { companyInputs, inputKeys } from "../returns/company-inputs";
import type { EffectCatalogue } from "../returns/effect-catalogue";
import { isHeadline, weakestGrade } from "../returns/grade-rule";
import { handoverTerms } from "../returns/handover-terms";
import { readMeanPay } from "../returns/read-mean-pay.server";
import type { ReturnFacts } from "../returns/return-facts";
import type { PlacedCostGroup } from "../returns/return-report";
import { simulateProgrammes } from "../returns/simulate-programmes";
import type { PartRange, PeopleMoney } from "./people-money";
import { readRoleLeaving, readRolePeople } from "./read-role-people.server";
import { roleLifetimes } from "./role-lifetimes";

interface Known {
  readonly asOf: CalendarDate;
  readonly window: Window;
  readonly facts: ReturnFacts;
  readonly catalogue: EffectCatalogue;
  readonly costGroups: readonly PlacedCostGroup[];
  readonly annualDiscountRate: number;
  readonly horizonMonths: number;
}

/** People money of one state of the data: part of the return report, so that the page reads and never computes. */
export async function computePeopleMoney(known: Known): Promise<PeopleMoney> {
  const { asOf, window, facts } = known;
  const [ledger, pay, people, leaving] = await Promise.all([
    readLedgerSums(window),
    readMeanPay(asOf),
    readRolePeople(asOf, window),
    readRoleLeaving(asOf),
  ]);
  const departure = pay && departureOf(pay, ledger, facts);
  const { roles, hidden } = roleLifetimes(people, leaving, {
    rampStart: turnoverAssumptions.rampStart.base,
    rampMonths: turnoverAssumptions.rampMonths.base,
    joiningMinor: departure
      ? departure.parts.recruiting.base + departure.parts.onboarding.base + departure.parts.training.base
      : 0,
    exitMinor: departure?.parts.separation.base ?? 0,
    annualRate: known.annualDiscountRate,
    horizonMonths: known.horizonMonths,
  });
  const training = (source: PlacedCostGroup["source"][]) =>
    known.costGroups
      .filter((group) => group.category === "training" && source.includes(group.source))
      .reduce((sum, group) => sum + group.amountMinor, 0);
  const { rampMonths, rampStart } = turnoverAssumptions;
  return {
    costPerHire: { costMinor: ledger.acquisitionMinor, hires: ledger.hires },
    departure,
    accountEffect: accountEffectOf(known),
    training: {
      feesMinor: training(["entry", "course"]),
      timeMinor: training(["time"]),
      hours: ledger.trainingHours,
      fteYears: ledger.fteYears,
    },
    operating: {
      revenueMinor: facts.accounts.revenueMinor,
      costOfGoodsMinor: facts.accounts.costOfGoodsMinor,
      peopleCostMinor: ledger.peopleCostMinor,
      payMinor: ledger.compensationMinor,
      fteYears: ledger.fteYears,
    },
    ramp: {
      months: { low: rampMonths.low, base: rampMonths.base, high: rampMonths.high },
      start: rampStart.base,
    },
    roles,
    rolesHidden: hidden,
  };
}

// Question: what did the staff ledger hold over the window, in all?
async function readLedgerSums({ first, last }: Window) {
  const [row] = await sql()<
    {
      acquisitionMinor: number;
      compensationMinor: number;
      peopleCostMinor: number;
      trainingMinor: number;
      trainingHours: number;
      fteYears: number;
      hires: number;
    }[]
  >`
    select coalesce(sum(acquisition_minor), 0)::float8 as acquisition_minor, coalesce(sum(compensation_minor), 0)::float8 as compensation_minor,
           coalesce(sum(acquisition_minor + compensation_minor + retention_minor + training_minor + turnover_minor + productivity_minor + morale_minor), 0)::float8 as people_cost_minor,
           coalesce(sum(training_minor), 0)::float8 as training_minor, coalesce(sum(training_hours), 0)::float8 as training_hours,
           coalesce(sum(fte_days) / 365.25, 0)::float8 as fte_years, coalesce(sum(hires), 0)::int as hires
    from unit_people_months where month between ${first} and ${last}`;
  return row!;
}

type Ledger = Awaited<ReturnType<typeof readLedgerSums>>;

function departureOf(
  pay: NonNullable<Awaited<ReturnType<typeof readMeanPay>>>,
  ledger: Ledger,
  { people }: ReturnFacts,
): NonNullable<PeopleMoney["departure"]> {
  const inputs = {
    annualPayMinor: BigInt(Math.round(pay.meanAnnualMinor)),
    fte: pay.meanFte,
    costPerHireMinor:
      ledger.hires >= 3 && ledger.acquisitionMinor > 0
        ? BigInt(Math.round(ledger.acquisitionMinor / ledger.hires))
        : null,
    trainingHourMinor:
      ledger.trainingHours > 0 && ledger.trainingMinor > 0
        ? BigInt(Math.round(ledger.trainingMinor / ledger.trainingHours))
        : null,
  };
  const [low, base, high] = (["low", "base", "high"] as const).map((end) =>
    turnoverCost(inputs, assumptionsAt(end)),
  );
  const range = (of: (cost: ReturnType<typeof turnoverCost>) => bigint): PartRange => ({
    low: Number(of(low!)),
    base: Number(of(base!)),
    high: Number(of(high!)),
  });
  return {
    parts: Object.fromEntries(
      turnoverParts.map((part) => [part, range((cost) => cost.parts[part])]),
    ) as Record<TurnoverPart, PartRange>,
    total: range((cost) => cost.totalMinor),
    departures: people.departures,
    annualPayMinor: Math.round(pay.meanAnnualMinor),
  };
}

/** Handovers after departures of a year, their effect on the accounts over the horizon; apart and at its grade. */
function accountEffectOf({
  facts,
  catalogue,
  annualDiscountRate,
  horizonMonths,
}: Known): PeopleMoney["accountEffect"] {
  const { accounts } = facts.departureHandovers;
  const terms = handoverTerms(catalogue, horizonMonths);
  if (accounts === 0 || terms.length === 0 || facts.accounts.accountMonths === 0) return null;
  const { total } = simulateProgrammes({
    programmes: [
      {
        key: "handovers",
        costMinor: 0,
        unitCosts: [],
        paths: [{ kind: "accounts", accounts, margin: inputKeys.margin, hazard: inputKeys.hazard, terms }],
      },
    ],
    inputs: [...companyInputs(facts), ...catalogue.inputs],
    annualDiscountRate,
    horizonMonths,
  });
  const counted = terms.filter(({ grade }) => isHeadline(grade));
  const grade = weakestGrade((counted.length > 0 ? counted : terms).map((term) => term.grade));
  return { accounts, effect: total.customers, grade, leftOut: total.leftOut };
}
