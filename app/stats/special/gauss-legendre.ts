/** Nodes and weights of the 24-point Gauss–Legendre rule on [−1, 1], by Newton on P_24 from Chebyshev starts. */
const ORDER = 24;
const NODES = new Float64Array(ORDER);
const WEIGHTS = new Float64Array(ORDER);
for (let i = 0; i < ORDER; i++) {
  let x = Math.cos((Math.PI * (i + 0.75)) / (ORDER + 0.5));
  let slope = 0;
  for (let iteration = 0; iteration < 8; iteration++) {
    let current = 1;
    let previous = 0;
    for (let n = 0; n < ORDER; n++) {
      const next = ((2 * n + 1) * x * current - n * previous) / (n + 1);
      previous = current;
      current = next;
    }
    slope = (ORDER * (x * current - previous)) / (x * x - 1);
    x -= current / slope;
  }
  NODES[i] = x;
  WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
}

/**
 * ∫ f over [from, to], composite 24-point Gauss–Legendre over `panels` equal panels. For smooth f on a scale chosen by the
 * caller; it does not adapt. Source: DLMF 3.5(v). R: `statmod::gauss.quad(24)`, or `integrate` for the answer.
 */
export function gaussLegendre(f: (x: number) => number, from: number, to: number, panels: number): number {
  let sum = 0;
  visitGaussLegendre(from, to, panels, (x, weight) => {
    sum += weight * f(x);
  });
  return sum;
}

/** The same rule for several integrals over the same nodes: each node with its weight. Source and R: as above. */
export function visitGaussLegendre(
  from: number,
  to: number,
  panels: number,
  visit: (x: number, weight: number) => void,
): void {
  const half = (to - from) / (2 * panels);
  for (let panel = 0; panel < panels; panel++) {
    const centre = from + (2 * panel + 1) * half;
    for (let i = 0; i < ORDER; i++) visit(centre + half * NODES[i]!, half * WEIGHTS[i]!);
  }
}
