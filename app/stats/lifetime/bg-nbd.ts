import { ArgumentError, requirePositive } from "../arguments";
import { type Refusal, refuse } from "../result";
import { logGamma, logGammaRatio } from "../special/log-gamma";
import { distinctHistories } from "./distinct-histories";
import { fitLogParameters, type LogParameterFit, type Parameters } from "./log-parameter-fit";
import {
  type PurchaseHistories,
  type PurchaseHistory,
  requireHistories,
  requireHistory,
} from "./purchase-histories";

/**
 * BG/NBD: purchases Poisson with rates Gamma(r, alpha) over customers, each purchase followed by leaving for good with a
 * probability Beta(a, b) over customers. Source: Fader, Hardie and Lee (2005), Marketing Science 24, 275.
 */
export type BgNbdParameters = Parameters<"r" | "alpha" | "a" | "b">;

const NAMES = ["r", "alpha", "a", "b"] as const;

/**
 * Maximum likelihood on the log parameters, with analytic gradient. Terms that depend on the number of purchases only are
 * summed over its histogram, equal histories are counted once; the two ways to have got here (alive, left at the last purchase) are added on the log scale.
 *
 * R: `BTYD::bgnbd.EstimateParameters(cal.cbs)`. Throws if the columns differ in length or a row is no purchase history.
 * Refuses: no-base without customers, no-events without repeat purchases, not-identified, not-converged.
 */
export function fitBgNbd(histories: PurchaseHistories): LogParameterFit<"r" | "alpha" | "a" | "b"> | Refusal {
  requireHistories(histories);
  const n = histories.frequency.length;
  if (n === 0) return refuse("no-base", { customers: n });
  const { frequency, recency, observed, customers } = distinctHistories(histories);
  const counts = new Map<number, number>();
  let purchases = 0;
  let time = 0;
  for (let i = 0; i < customers.length; i++) {
    counts.set(frequency[i]!, (counts.get(frequency[i]!) ?? 0) + customers[i]!);
    purchases += customers[i]! * frequency[i]!;
    time += customers[i]! * observed[i]!;
  }
  if (purchases === 0 || time === 0) return refuse("no-events", { customers: n, purchases });
  const scale = time / n;

  const evaluate = (parameters: Float64Array, gradient: Float64Array | null): number => {
    const [r = 0, alpha = 0, a = 0, b = 0] = parameters;
    const logA = Math.log(a);
    let sum = n * r * Math.log(alpha);
    let dr = n * Math.log(alpha);
    let dAlpha = (n * r) / alpha;
    let da = 0;
    let db = 0;
    for (const [x, count] of counts) {
      sum += count * (logGammaRatio(r, x) + logGammaRatio(b, x) - logGammaRatio(a + b, x));
      if (!gradient) continue;
      const both = harmonicDifference(a + b, x);
      dr += count * harmonicDifference(r, x);
      da -= count * both;
      db += count * (harmonicDifference(b, x) - both);
    }
    for (let i = 0; i < customers.length; i++) {
      const many = customers[i]!;
      const x = frequency[i]!;
      const end = alpha + observed[i]!;
      const logEnd = Math.log(end);
      const alive = -(r + x) * logEnd;
      if (x === 0) {
        sum += many * alive;
        dr -= many * logEnd;
        dAlpha -= (many * r) / end;
        continue;
      }
      const last = alpha + recency[i]!;
      const logLast = Math.log(last);
      const left = logA - Math.log(b + x - 1) - (r + x) * logLast;
      // exp(left − alive) may overflow to Infinity for a long silence; the share alive is then 0, as it should be.
      const odds = Math.exp(left - alive);
      const share = 1 / (1 + odds);
      sum += many * (odds > 1 ? left + Math.log1p(1 / odds) : alive + Math.log1p(odds));
      dr -= many * (share * logEnd + (1 - share) * logLast);
      dAlpha -= many * (r + x) * (share / end + (1 - share) / last);
      da += (many * (1 - share)) / a;
      db -= (many * (1 - share)) / (b + x - 1);
    }
    if (gradient) gradient.set([-dr, -dAlpha, -da, -db]);
    return -sum;
  };
  return fitLogParameters({
    names: NAMES,
    starts: [
      { r: 0.5, alpha: scale / 4, a: 1, b: 2 },
      { r: 1, alpha: scale, a: 0.5, b: 5 },
      { r: 2, alpha: (2 * n * scale) / purchases, a: 0.1, b: 1 },
    ],
    negativeLogLikelihood: (parameters) => evaluate(parameters, null),
    gradient: (parameters) => {
      const gradient = new Float64Array(4);
      evaluate(parameters, gradient);
      return gradient;
    },
    n,
    method: "BG/NBD",
  });
}

/** ψ(base + x) − ψ(base) for a whole x. */
function harmonicDifference(base: number, x: number): number {
  let sum = 0;
  for (let k = x - 1; k >= 0; k--) sum += 1 / (base + k);
  return sum;
}

function check(parameters: BgNbdParameters): void {
  for (const name of NAMES) requirePositive(parameters[name], `parameters.${name}`);
}

/** Odds of having left against being alive; 0 before the first repeat purchase, at which one leaves at the earliest. */
function oddsLeft(parameters: BgNbdParameters, history: PurchaseHistory): number {
  check(parameters);
  requireHistory(history);
  const { r, alpha, a, b } = parameters;
  const { frequency: x, recency, observed } = history;
  if (x === 0) return 0;
  // (α+T)/(α+t_x) as 1 + the silence, by log1p.
  return (a / (b + x - 1)) * Math.exp((r + x) * Math.log1p((observed - recency) / (alpha + recency)));
}

/** log-likelihood of one history. R: `BTYD::bgnbd.LL`. */
export function bgNbdLogLikelihood(parameters: BgNbdParameters, history: PurchaseHistory): number {
  const odds = oddsLeft(parameters, history);
  const { r, alpha, a, b } = parameters;
  const { frequency: x, observed } = history;
  const counts = logGammaRatio(r, x) + logGammaRatio(b, x) - logGammaRatio(a + b, x);
  const alive = -r * Math.log1p(observed / alpha) - x * Math.log(alpha + observed);
  if (odds < Infinity) return counts + alive + Math.log1p(odds);
  const silence = (r + x) * Math.log1p((observed - history.recency) / (alpha + history.recency));
  return counts + alive + Math.log(a / (b + x - 1)) + silence;
}

/** P(alive | history) = 1/(1 + a/(b+x−1)·((α+T)/(α+t_x))^{r+x}); 1 without a repeat purchase. R: `BTYD::bgnbd.PAlive`. */
export function bgNbdProbabilityAlive(parameters: BgNbdParameters, history: PurchaseHistory): number {
  return 1 / (1 + oddsLeft(parameters, history));
}

/**
 * Expected repeat purchases of a new customer in a time t: (a+b−1)/(a−1)·[1 − (α/(α+t))^r·₂F₁(r, b; a+b−1; t/(α+t))], summed
 * in a form without the removable singularity at a = 1 (see `purchasesUntilLeaving`). R: `BTYD::bgnbd.Expectation`.
 * Throws if t is below 0 or a parameter not above 0.
 */
export function bgNbdExpectedPurchases(parameters: BgNbdParameters, time: number): number {
  check(parameters);
  const { r, alpha, a, b } = parameters;
  return purchasesUntilLeaving(r, alpha, a, b, time);
}

/**
 * Expected purchases in the next t of a customer with a history: the same expectation at the posterior parameters
 * (r+x, α+T, a, b+x), times P(alive). R: `BTYD::bgnbd.ConditionalExpectedTransactions`. Throws as above.
 */
export function bgNbdConditionalPurchases(
  parameters: BgNbdParameters,
  history: PurchaseHistory,
  time: number,
): number {
  const alive = bgNbdProbabilityAlive(parameters, history);
  const { r, alpha, a, b } = parameters;
  const { frequency: x, observed } = history;
  return alive * purchasesUntilLeaving(r + x, alpha + observed, a, b + x, time);
}

/**
 * Σ_n P(N = n)·S_n, N being the negative binomial number of purchases had nobody left and S_n = Σ_{k<n} (b)_k/(a+b)_k the
 * number of n purchases made before leaving. All terms are positive, whatever a; the closed form is 0/0 at a = 1 and loses
 * digits around it. Source: the series of DLMF 15.2.1, rearranged.
 */
function purchasesUntilLeaving(r: number, alpha: number, a: number, b: number, time: number): number {
  if (!(time >= 0 && Number.isFinite(time)))
    throw new ArgumentError("time", `must be at least 0, got ${time}`);
  if (time === 0) return 0;
  const w = time / (alpha + time);
  const mean = (r * time) / alpha;
  const spread = Math.sqrt(mean * (1 + time / alpha));
  // Far below the mean the probabilities underflow; S_n runs on from 0 all the same, being cheap.
  const first = Math.max(0, Math.floor(mean - 40 * spread));
  const logStart =
    logGammaRatio(r, first) - logGamma(first + 1) + first * Math.log(w) - r * Math.log1p(time / alpha);
  const shift = logStart < -700 ? logStart : 0;
  // Where even the start underflows, probabilities are carried relative to it and rescaled at the end.
  let probability = Math.exp(logStart - shift);
  let kept = 1;
  let s = 0;
  for (let k = 0; k < first; k++) {
    s += kept;
    kept *= (b + k) / (a + b + k);
  }
  let sum = 0;
  let scaled = shift;
  for (let n = first; n < 50_000_000; n++) {
    const term = probability * s;
    sum += term;
    const ratio = ((r + n) / (n + 1)) * w;
    if (n > mean && ratio < 1 && probability * (s + 1 / (1 - ratio)) <= 1e-17 * sum * (1 - ratio)) break;
    s += kept;
    kept *= (b + n) / (a + b + n);
    probability *= ratio;
    if (probability > 1e250 || sum > 1e250) {
      probability *= 1e-250;
      sum *= 1e-250;
      scaled += 250 * Math.LN10;
    }
  }
  return sum * Math.exp(scaled);
}
