import { isRiskReason, type RiskReason } from "./risk-reason";

export type NextStepAct = "visit" | "assign" | "cases" | "call" | "ask" | "team" | "handOver";

export interface NextStep {
  /** Key below `linkage.account.next`. */
  readonly reason: RiskReason | "none";
  readonly act: NextStepAct;
  /** Path below the account, or from the root. */
  readonly to: string;
}

const actOf: Readonly<Record<RiskReason, NextStepAct>> = {
  satisfaction_falling: "visit",
  satisfaction_low: "visit",
  no_owner: "assign",
  repeated_handovers: "team",
  recent_handover: "team",
  new_owner: "visit",
  owner_overloaded: "handOver",
  cases_overdue: "cases",
  no_contact: "call",
  few_answers: "ask",
};

/** What comes first when several rules apply: who answers for the account, then what the account waits for, then the rest. */
const urgency: readonly RiskReason[] = [
  "no_owner",
  "cases_overdue",
  "satisfaction_falling",
  "satisfaction_low",
  "repeated_handovers",
  "recent_handover",
  "new_owner",
  "no_contact",
  "owner_overloaded",
  "few_answers",
];

/** One step, from the reason that presses most. Steps that the reader may not take are passed over. */
export function nextStep(
  accountId: string,
  reasons: readonly string[],
  rights: { readonly write: boolean; readonly assign: boolean },
): NextStep {
  const mayTake = (act: NextStepAct) => {
    if (act === "team" || act === "cases") return true;
    return act === "assign" || act === "handOver" ? rights.assign : rights.write;
  };
  const held = reasons.filter(isRiskReason);
  const reason = urgency.find((one) => held.includes(one) && mayTake(actOf[one]));
  const at = `/accounts/${accountId}`;
  if (!reason) return { reason: "none", act: "team", to: `${at}/team` };
  const targets: Readonly<Record<NextStepAct, string>> = {
    visit: `${at}/log?channel=visit`,
    call: `${at}/log?channel=phone`,
    assign: `${at}/assign`,
    cases: `${at}/cases`,
    ask: `${at}/satisfaction/new`,
    team: `${at}/team`,
    handOver: `/handovers/new?account=${accountId}`,
  };
  return { reason, act: actOf[reason], to: targets[actOf[reason]] };
}
