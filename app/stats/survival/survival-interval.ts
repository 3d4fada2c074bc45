import { ArgumentError } from "../arguments";

export type SurvivalIntervalType = "log-log" | "log" | "plain";

export function requireIntervalType(type: string): asserts type is SurvivalIntervalType {
  if (type !== "log-log" && type !== "log" && type !== "plain") {
    throw new ArgumentError("interval", `must be "log-log", "log" or "plain", got ${String(type)}`);
  }
}

/**
 * Limits for a survival probability, on the scale on which the normal approximation is made.
 * `plain` S ± z·se(S); `log` S·exp(±z·se(log S)); `log-log` S^exp(±z·se(log S)/log S). Clamped to [0, 1].
 * The log-log limits do not exist at S = 0 or 1, the log limits not at 0: NaN, as R's NA.
 *
 * Source: Kalbfleisch & Prentice (2002), §1.4. R: `survival:::survfit_confint`, `survfit(conf.type = )`.
 *
 * @param standardErrorOfLog standard error of log S (that of S divided by S)
 * @param z normal quantile of the level
 */
export function survivalLimits(
  survival: number,
  standardErrorOfLog: number,
  z: number,
  type: SurvivalIntervalType,
): [lower: number, upper: number] {
  const half = z * standardErrorOfLog;
  if (type === "plain") {
    return [Math.max(survival - half * survival, 0), Math.min(survival + half * survival, 1)];
  }
  if (survival <= 0) return [Number.NaN, Number.NaN];
  if (type === "log") return [survival * Math.exp(-half), Math.min(survival * Math.exp(half), 1)];
  if (survival >= 1) return [Number.NaN, Number.NaN];
  const logSurvival = Math.log(survival);
  return [
    Math.exp(logSurvival * Math.exp(-half / logSurvival)),
    Math.exp(logSurvival * Math.exp(half / logSurvival)),
  ];
}
