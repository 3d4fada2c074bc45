import { netPromoterScore } from "~/stats/proportions/net-promoter-score";
import { share } from "~/stats/proportions/share";
import { type Estimate, isRefusal, type Refusal } from "~/stats/result";
import type { SatisfactionKind } from "./satisfaction-response";

export interface ScoreCounts {
  readonly kind: SatisfactionKind;
  readonly score: number;
  readonly n: number;
}

/** A figure with its 95 % limits; all null without answers. */
export interface Figure {
  readonly n: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: string | null;
  /** What the figure was made of. */
  readonly parts: Readonly<Record<string, number>>;
}

export interface SatisfactionFigures {
  /** Share of answers 4 and 5 of 1–5; Wilson. */
  readonly csat: Figure;
  /** 100·(promoters − detractors)/n, 9–10 against 0–6; trinomial, adjusted Wald where n is small. */
  readonly nps: Figure;
  /** Share of answers 5 to 7 of 1–7; Wilson. */
  readonly ces: Figure;
  readonly cesMean: number | null;
  readonly csatMean: number | null;
}

export function satisfactionFigures(counts: readonly ScoreCounts[]): SatisfactionFigures {
  const count = (kind: SatisfactionKind, holds: (score: number) => boolean = () => true) =>
    counts.reduce((sum, one) => (one.kind === kind && holds(one.score) ? sum + one.n : sum), 0);
  const meanOf = (kind: SatisfactionKind) => {
    const n = count(kind);
    const total = counts.reduce((sum, one) => (one.kind === kind ? sum + one.score * one.n : sum), 0);
    return n === 0 ? null : total / n;
  };
  const csat = { favourable: count("csat", (score) => score >= 4), n: count("csat") };
  const ces = { favourable: count("ces", (score) => score >= 5), n: count("ces") };
  const nps = {
    promoters: count("nps", (score) => score >= 9),
    passives: count("nps", (score) => score === 7 || score === 8),
    detractors: count("nps", (score) => score <= 6),
  };
  return {
    csat: figure(share(csat.favourable, csat.n), csat),
    nps: figure(netPromoterScore(nps), nps),
    ces: figure(share(ces.favourable, ces.n), ces),
    csatMean: meanOf("csat"),
    cesMean: meanOf("ces"),
  };
}

function figure(estimate: Estimate | Refusal, parts: Readonly<Record<string, number>>): Figure {
  if (isRefusal(estimate)) return { n: 0, value: null, lower: null, upper: null, method: null, parts };
  const { estimate: value, interval, n, method } = estimate;
  return { n, value, lower: interval.lower, upper: interval.upper, method, parts };
}
