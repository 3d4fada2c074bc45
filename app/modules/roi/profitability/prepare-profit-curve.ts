import { curveSteps, type ProfitCurve } from "./profit-report";

const keyShare = 0.8;

/** The whale curve (Kaplan & Narayanan 2001) in twentieths, the share of the best fifth, and how many bring 80 % of profit. */
export function prepareProfitCurve(profits: ArrayLike<number>): ProfitCurve | null {
  const n = profits.length;
  if (n === 0) return null;
  const sorted = Float64Array.from(profits).sort().reverse();
  const running = new Float64Array(n + 1);
  let positive = 0;
  let lossMaking = 0;
  for (let i = 0; i < n; i++) {
    running[i + 1] = running[i]! + sorted[i]!;
    if (sorted[i]! > 0) positive += sorted[i]!;
    if (sorted[i]! < 0) lossMaking += 1;
  }
  const total = running[n]!;
  const after = (accounts: number) => {
    const whole = Math.min(n, Math.floor(accounts + 1e-9));
    const part = whole < n ? (accounts - whole) * sorted[whole]! : 0;
    return running[whole]! + part;
  };
  let keyAccounts = 0;
  if (positive > 0) while (keyAccounts < n && running[keyAccounts]! < keyShare * positive) keyAccounts += 1;
  return {
    cumulativeMinor: Array.from({ length: curveSteps + 1 }, (_, step) =>
      Math.round(after((step * n) / curveSteps)),
    ),
    positiveMinor: positive,
    totalMinor: total,
    topFifthShare: total > 0 ? after(n / 5) / total : null,
    keyAccounts,
    lossMaking,
  };
}
