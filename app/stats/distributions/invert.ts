import type { LogTails } from "../special/log-tails";

interface Inversion {
  /** Both tails at x; the lower one must rise with x. */
  tails(x: number): LogTails;
  logDensity(x: number): number;
  readonly target: LogTails;
  readonly start: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The x whose tails are the target: Newton on the logarithm of the smaller tail, which for the distributions here is close
 * to straight far out, inside a bracket that every step narrows; a step out of the bracket becomes a bisection.
 * Source: the safeguarded Newton of Brent (1973, ch. 4) applied to log P.
 */
export function invertTails({ tails, logDensity, target, start, lowest, highest }: Inversion): number {
  const useLower = target.logLower <= target.logUpper;
  const goal = useLower ? target.logLower : target.logUpper;
  let low = lowest;
  let high = highest;
  let x = start > low && start < high ? start : middle(low, high);
  for (let iteration = 0; iteration < 400; iteration++) {
    const at = tails(x);
    const value = useLower ? at.logLower : at.logUpper;
    const excess = useLower ? value - goal : goal - value;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    // d log P/dx = density/P, taken as a difference of logarithms so that neither underflows.
    const slope = Math.exp(logDensity(x) - value);
    const newton = x - excess / slope;
    // Newton doubles its digits: after a step this small there are none left to gain, nor is the bracket any wiser.
    if (Math.abs(newton - x) <= 1e-9 * Math.abs(newton)) return newton;
    const next = newton > low && newton < high ? newton : middle(low, high);
    if (next === low || next === high) return next;
    x = next;
  }
  return x;
}

/** Half-way, on a scale that reaches an infinite end and resolves a tiny positive one. */
function middle(low: number, high: number): number {
  if (low === -Infinity && high === Infinity) return 0;
  if (high === Infinity) return low <= 0 ? (low === 0 ? 1 : low / 2 + 1) : low * 4;
  if (low === -Infinity) return high >= 0 ? -1 : high * 4;
  if (low >= 0 && high > 4 * low) return low === 0 ? high / 1024 : Math.sqrt(low) * Math.sqrt(high);
  return low + (high - low) / 2;
}
