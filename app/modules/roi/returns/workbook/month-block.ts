/** The months of one path as live formulas: the same sums as `benefit-path.ts`, cell by cell. */
import type { AccountsPath, DeparturesPath, Term } from "../benefit-path";
import { address, type Cell, numberIn } from "./cells";

/** Where an input stands in the inputs sheet, and its value in the workbook's units. */
export interface InputPlace {
  readonly reference: string;
  readonly value: number;
}

export interface BlockContext {
  readonly places: ReadonlyMap<string, InputPlace>;
  readonly discountRate: InputPlace;
  readonly horizonMonths: number;
  /** Row number of the block's first line in its sheet. */
  readonly firstRow: number;
  readonly programme: string;
  readonly name: string;
}

export const monthColumns = {
  programme: 0,
  path: 1,
  month: 2,
  discount: 3,
  onRevenue: 4,
  onHazard: 5,
  without: 6,
  present: 7,
  stays: 8,
  buys: 9,
  saved: 10,
} as const;

function sumOfTerms(
  terms: readonly Term[],
  on: Term["on"],
  month: number,
  places: BlockContext["places"],
): { formula: string; result: number } {
  const parts = terms
    .filter((term) => term.on === on && term.profile[month] !== 0)
    .map((term) => {
      const inputs = term.factors.map((key) => places.get(key)!);
      return {
        formula: [term.change * term.profile[month]!, ...inputs.map(({ reference }) => reference)].join("*"),
        result: inputs.reduce((product, { value }) => product * value, term.change * term.profile[month]!),
      };
    });
  if (parts.length === 0) return { formula: "0", result: 0 };
  return {
    formula: parts.map(({ formula }) => formula).join("+"),
    result: parts.reduce((sum, { result }) => sum + result, 0),
  };
}

/** Accounts that stay longer or buy more: their value is the sum of the last two columns. */
export function accountsBlock(
  path: Pick<AccountsPath, "accounts" | "margin" | "hazard" | "terms">,
  { places, discountRate, horizonMonths, firstRow, programme, name }: BlockContext,
): Cell[][] {
  const margin = places.get(path.margin)!;
  const hazard = places.get(path.hazard)!;
  const c = monthColumns;
  const rows: Cell[][] = [];
  for (let index = 0; index < horizonMonths; index++) {
    const row = firstRow + index;
    const at = (column: number, of = row) => address(column, of);
    const before = rows[index - 1];
    const onRevenue = sumOfTerms(path.terms, "revenue", index, places);
    const onHazard = sumOfTerms(path.terms, "hazard", index, places);
    const discount = (1 + discountRate.value) ** (-(index + 1) / 12);
    const without = (before ? numberIn(before[c.without]) : 1) * (1 - hazard.value);
    const present =
      (before ? numberIn(before[c.present]) : 1) *
      (1 - Math.min(1, hazard.value * Math.exp(onHazard.result)));
    const worth = path.accounts * margin.value * discount;
    const worthFormula = `${path.accounts}*${margin.reference}*${at(c.discount)}`;
    rows.push([
      programme,
      name,
      index + 1,
      { formula: `(1+${discountRate.reference})^(-${at(c.month)}/12)`, result: discount },
      onRevenue,
      onHazard,
      { formula: `${before ? at(c.without, row - 1) : "1"}*(1-${hazard.reference})`, result: without },
      {
        formula: `${before ? at(c.present, row - 1) : "1"}*(1-MIN(1,${hazard.reference}*EXP(${at(c.onHazard)})))`,
        result: present,
      },
      {
        formula: `${worthFormula}*(${at(c.present)}-${at(c.without)})`,
        result: worth * (present - without),
      },
      {
        formula: `${worthFormula}*${at(c.present)}*(EXP(${at(c.onRevenue)})-1)`,
        result: worth * present * Math.expm1(onRevenue.result),
      },
      null,
    ]);
  }
  return rows;
}

/** Departures avoided: what each would have cost, and what it would have done to its accounts (`loss`: one account's, where known). */
export function departuresBlock(
  path: DeparturesPath,
  loss: InputPlace | null,
  { places, discountRate, horizonMonths, firstRow, programme, name }: BlockContext,
): Cell[][] {
  const leaving = places.get(path.leaving)!;
  const cost = places.get(path.departureCost)!;
  const c = monthColumns;
  return Array.from({ length: horizonMonths }, (_, index): Cell[] => {
    const at = (column: number) => address(column, firstRow + index);
    const onHazard = sumOfTerms(path.terms, "hazard", index, places);
    const discount = (1 + discountRate.value) ** (-(index + 1) / 12);
    const avoided = path.people * leaving.value * (1 - Math.exp(onHazard.result)) * discount;
    const avoidedFormula = `${path.people}*${leaving.reference}*(1-EXP(${at(c.onHazard)}))*${at(c.discount)}`;
    return [
      programme,
      name,
      index + 1,
      { formula: `(1+${discountRate.reference})^(-${at(c.month)}/12)`, result: discount },
      null,
      onHazard,
      null,
      null,
      loss
        ? {
            formula: `${avoidedFormula}*${path.accountsPerPerson}*${loss.reference}`,
            result: avoided * path.accountsPerPerson * loss.value,
          }
        : null,
      null,
      { formula: `${avoidedFormula}*${cost.reference}`, result: avoided * cost.value },
    ];
  });
}
