import { ArgumentError, requireCount, requireOpenProbability } from "../arguments";
import { gammaQuantile } from "../distributions/gamma";
import { type Estimate, type Refusal, refuse } from "../result";

/**
 * Events per unit of exposure with the exact Poisson interval: lower Γ⁻¹(α/2; events)/exposure, upper
 * Γ⁻¹(1 − α/2; events + 1)/exposure, the lower exactly 0 without events. standardError is √events/exposure; df: Infinity.
 *
 * Source: Garwood (1936). R: `poisson.test(events, exposure)$conf.int`. n is the number of events.
 * Throws if events is no whole number, exposure is below 0 or not finite. Refuses: no-base at exposure 0.
 */
export function eventRate(
  events: number,
  exposure: number,
  options: { readonly level?: number } = {},
): Estimate | Refusal {
  const { level = 0.95 } = options;
  requireCount(events, "events");
  requireOpenProbability(level, "level");
  if (!(exposure >= 0 && Number.isFinite(exposure))) {
    throw new ArgumentError("exposure", `must be at least 0, got ${exposure}`);
  }
  if (exposure === 0) return refuse("no-base", { events, exposure });
  const tail = (1 - level) / 2;
  return {
    estimate: events / exposure,
    standardError: Math.sqrt(events) / exposure,
    interval: {
      lower: events === 0 ? 0 : gammaQuantile(tail, events, exposure),
      upper: gammaQuantile(tail, events + 1, exposure, { upper: true }),
      level,
    },
    degreesOfFreedom: Infinity,
    n: events,
    method: "exact-poisson",
    warnings: [],
  };
}
