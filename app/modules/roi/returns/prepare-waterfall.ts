import { type BenefitLine, benefitLines, peopleLines } from "./benefit-path";
import type { ProgrammeReturn } from "./simulate-programmes";

export interface WaterfallStep {
  readonly key: "cost" | "net" | BenefitLine;
  readonly tone: "cost" | "people" | "customers" | "net";
  /** Where the bar begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** From cost to net, each step where the one before ended; lines that nothing feeds have no step. */
export function prepareWaterfall({ cost, lines, net }: ProgrammeReturn): WaterfallStep[] {
  const steps: WaterfallStep[] = [{ key: "cost", tone: "cost", from: 0, to: -cost.base, amount: -cost.base }];
  let level = -cost.base;
  for (const line of benefitLines) {
    const amount = lines[line].base;
    if (Math.round(amount) === 0) continue;
    const tone = peopleLines.includes(line) ? "people" : "customers";
    steps.push({ key: line, tone, from: level, to: level + amount, amount });
    level += amount;
  }
  return [...steps, { key: "net", tone: "net", from: 0, to: net.base, amount: net.base }];
}
