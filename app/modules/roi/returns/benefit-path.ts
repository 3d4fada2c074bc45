/** How a lever becomes money: exposure → effect → outcome → margin, month by month over the horizon. */
import type { Grade } from "~/modules/linkage/drivers/result";

/** The lines of the waterfall, and on which side of the company each arises. */
export const benefitLines = ["fewer_losses", "more_revenue", "calmer_accounts", "fewer_departures"] as const;
export type BenefitLine = (typeof benefitLines)[number];
export const peopleLines: readonly BenefitLine[] = ["fewer_departures"];

/** A change of log revenue or of the log hazard: `change` times the product of the inputs named, times the month's profile. */
export interface Term {
  readonly on: "revenue" | "hazard";
  readonly factors: readonly string[];
  readonly change: number;
  /** Share of the change in force in months 1 … horizon. */
  readonly profile: readonly number[];
  readonly grade: Grade;
}

/** Accounts that stay longer or buy more. */
export interface AccountsPath {
  readonly kind: "accounts";
  readonly accounts: number;
  /** Input: margin of one account in a month, minor units. */
  readonly margin: string;
  /** Input: chance of losing one account in a month. */
  readonly hazard: string;
  readonly terms: readonly Term[];
}

/** People who stay: what their leaving would have cost, and what it would have done to their accounts. */
export interface DeparturesPath {
  readonly kind: "departures";
  readonly people: number;
  /** Input: chance of one person leaving in a month. */
  readonly leaving: string;
  /** Input: cost of one departure, minor units. */
  readonly departureCost: string;
  readonly terms: readonly Term[];
  readonly accountsPerPerson: number;
  readonly margin: string;
  readonly hazard: string;
  /** What a handover after a departure does to one account. */
  readonly handover: readonly Term[];
}

export type BenefitPath = AccountsPath | DeparturesPath;

/** A path with its inputs looked up once, so that ten thousand draws do no searching. */
export interface CompiledPath {
  /** Adds the path's present value to `lines` (in the order of `benefitLines`) and its monthly flow to `flow`. */
  readonly add: (values: Float64Array, lines: Float64Array, flow: Float64Array) => void;
}

interface CompiledTerm {
  readonly isRevenue: boolean;
  readonly factors: readonly number[];
  readonly change: number;
  readonly profile: Float64Array;
}

/** Null where none of the path's terms has one of the grades: there is nothing to count. */
export function compilePath(
  path: BenefitPath,
  indexOf: (key: string) => number,
  discount: Float64Array,
  isCounted: (grade: Grade) => boolean,
): CompiledPath | null {
  const compile = (terms: readonly Term[]): CompiledTerm[] =>
    terms
      .filter((term) => isCounted(term.grade) && term.change !== 0)
      .map((term) => ({
        isRevenue: term.on === "revenue",
        factors: term.factors.map(indexOf),
        change: term.change,
        profile: Float64Array.from(term.profile),
      }));
  const terms = compile(path.terms);
  if (terms.length === 0) return null;
  const margin = indexOf(path.margin);
  const hazard = indexOf(path.hazard);
  if (path.kind === "accounts") {
    const { accounts } = path;
    const worth = valueOfChange(terms, discount);
    return {
      add(values, lines, flow) {
        const scale = accounts * values[margin]!;
        const { stayed, bought } = worth(values, values[hazard]!, scale, flow);
        lines[0]! += stayed;
        lines[1]! += bought;
      },
    };
  }
  const { people, accountsPerPerson } = path;
  const leaving = indexOf(path.leaving);
  const cost = indexOf(path.departureCost);
  const handover = compile(path.handover);
  const afterHandover =
    handover.length > 0 && accountsPerPerson > 0 ? valueOfChange(handover, discount) : null;
  const unused = new Float64Array(discount.length);
  return {
    add(values, lines, flow) {
      let lossPerAccount = 0;
      if (afterHandover) {
        const { stayed, bought } = afterHandover(values, values[hazard]!, values[margin]!, unused);
        lossPerAccount = -(stayed + bought);
      }
      const perDeparture = values[cost]!;
      for (let month = 0; month < discount.length; month++) {
        let change = 0;
        for (const term of terms) change += term.profile[month]! * product(term, values);
        if (change === 0) continue;
        const avoided = people * values[leaving]! * (1 - Math.exp(change)) * discount[month]!;
        lines[2]! += avoided * accountsPerPerson * lossPerAccount;
        lines[3]! += avoided * perDeparture;
        flow[month]! += avoided * (accountsPerPerson * lossPerAccount + perDeparture);
      }
    },
  };
}

function product(term: CompiledTerm, values: Float64Array): number {
  let result = term.change;
  for (const factor of term.factors) result *= values[factor]!;
  return result;
}

/**
 * Present value of accounts whose revenue and hazard change: with S the share still customers, S₀ without and S₁ with the
 * change, Σ vᵗ(S₁ − S₀) for staying and Σ vᵗ S₁(eʳ − 1) for buying more, each times `scale`. The two add up to the whole.
 */
function valueOfChange(terms: readonly CompiledTerm[], discount: Float64Array) {
  return (values: Float64Array, hazard: number, scale: number, flow: Float64Array) => {
    const sizes = terms.map((term) => product(term, values));
    let without = 1;
    let present = 1;
    let stayed = 0;
    let bought = 0;
    for (let month = 0; month < discount.length; month++) {
      let onHazard = 0;
      let onRevenue = 0;
      for (let j = 0; j < terms.length; j++) {
        const change = sizes[j]! * terms[j]!.profile[month]!;
        if (terms[j]!.isRevenue) onRevenue += change;
        else onHazard += change;
      }
      without *= 1 - hazard;
      present *= 1 - (onHazard === 0 ? hazard : Math.min(1, hazard * Math.exp(onHazard)));
      const worth = scale * discount[month]!;
      const stays = worth * (present - without);
      const buys = onRevenue === 0 ? 0 : worth * present * Math.expm1(onRevenue);
      stayed += stays;
      bought += buys;
      flow[month]! += stays + buys;
    }
    return { stayed, bought };
  };
}
