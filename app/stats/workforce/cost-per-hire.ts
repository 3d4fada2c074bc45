import { requireCount, requireFinite } from "../arguments";
import { type Refusal, refuse } from "../result";

/**
 * (external + internal cost of recruiting) / hires. Source: ANSI/SHRM 06001.2012. R: `(external + internal) / hires`.
 * Throws if a cost is not finite or hires is no whole number. Refuses: no-base without hires.
 */
export function costPerHire(externalCost: number, internalCost: number, hires: number): number | Refusal {
  requireFinite(externalCost, "externalCost");
  requireFinite(internalCost, "internalCost");
  requireCount(hires, "hires");
  if (hires === 0) return refuse("no-base", { hires });
  return (externalCost + internalCost) / hires;
}
