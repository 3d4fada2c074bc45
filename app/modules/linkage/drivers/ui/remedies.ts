import type { Capability } from "~/modules/access/capabilities";
import type { RefusalCode } from "../result";

/** The kind of import that removes a reason, and who may run it. */
export interface Remedy {
  readonly kind: string;
  readonly needs: Extract<Capability, "import.people" | "import.customers">;
}

const people = (kind: string): Remedy => ({ kind, needs: "import.people" });
const customers = (kind: string): Remedy => ({ kind, needs: "import.customers" });

/** In the order in which they help: what comes later says nothing without what comes before. */
export const remedies = {
  no_accounts: customers("accounts"),
  one_employee: people("employees"),
  no_assignments: customers("assignments"),
  no_answers: customers("satisfaction"),
  no_revenue: customers("revenue"),
  one_month: customers("revenue"),
  same_owner: customers("assignments"),
  no_handover: customers("assignments"),
  no_departures: people("employees"),
  no_training: people("training"),
  no_survey: people("surveys"),
  too_few_answers: people("surveys"),
  no_scores: people("employees"),
  no_pay: people("employment"),
} as const satisfies Partial<Record<RefusalCode, Remedy>>;

export type RemediedCode = keyof typeof remedies;

export function hasRemedy(code: RefusalCode): code is RemediedCode {
  return Object.hasOwn(remedies, code);
}
