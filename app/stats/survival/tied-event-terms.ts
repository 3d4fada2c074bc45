export type Ties = "efron" | "breslow";

/**
 * What the d events of one time contribute, summed over k = 0…d−1 with c(k) = Σr − f·Σr(events), f = k/d for Efron and 0
 * for Breslow. Each quantity the Cox model needs is linear in the moments of risk set and events with these sums as
 * factors, so a time with many ties costs d scalar steps and not d matrix steps.
 */
export class TiedEventTerms {
  /** Σ log c */
  logs = 0;
  /** Σ 1/c, Σ f/c */
  a0 = 0;
  a1 = 0;
  /** Σ 1/c², Σ f/c², Σ f²/c² */
  b0 = 0;
  b1 = 0;
  b2 = 0;

  constructor(private readonly ties: Ties) {}

  compute(count: number, sumAtRisk: number, sumOfEvents: number): void {
    this.logs = this.a0 = this.a1 = this.b0 = this.b1 = this.b2 = 0;
    if (this.ties === "breslow" || count === 1) {
      this.logs = count * Math.log(sumAtRisk);
      this.a0 = count / sumAtRisk;
      this.b0 = this.a0 / sumAtRisk;
      return;
    }
    for (let k = 0; k < count; k++) {
      const f = k / count;
      const c = sumAtRisk - f * sumOfEvents;
      const inverse = 1 / c;
      const inverseSquared = inverse * inverse;
      this.logs += Math.log(c);
      this.a0 += inverse;
      this.a1 += f * inverse;
      this.b0 += inverseSquared;
      this.b1 += f * inverseSquared;
      this.b2 += f * f * inverseSquared;
    }
  }
}
