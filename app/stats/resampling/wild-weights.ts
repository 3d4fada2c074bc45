import { ArgumentError } from "../arguments";
import type { Generator } from "../random/generator";

export type WildWeights = "rademacher" | "mammen" | "webb";

const ROOT5 = Math.sqrt(5);
const WEBB = [-Math.sqrt(1.5), -1, -Math.SQRT1_2, Math.SQRT1_2, 1, Math.sqrt(1.5)];

/**
 * One weight of mean 0 and variance 1 for a wild bootstrap: ±1 (Rademacher); Mammen's two points, with third moment 1; Webb's
 * six points, for fewer than about a dozen clusters, where 2^G sign patterns are too few.
 * Source: Davidson and Flachaire (2008); Mammen (1993); Webb (2014). R: `fwildclusterboot::boottest(type = )`.
 * Throws if the kind is unknown.
 */
export function drawWildWeight(g: Generator, kind: WildWeights = "rademacher"): number {
  if (kind === "rademacher") return g.uniform() < 0.5 ? -1 : 1;
  if (kind === "mammen") return g.uniform() < (ROOT5 + 1) / (2 * ROOT5) ? (1 - ROOT5) / 2 : (1 + ROOT5) / 2;
  if (kind === "webb") return WEBB[g.int(6)]!;
  throw new ArgumentError("kind", `unknown: ${kind}`);
}
