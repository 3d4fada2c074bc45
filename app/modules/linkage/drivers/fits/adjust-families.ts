/** Many questions at once: p adjusted within each declared family, and the verdicts that rest on it. */
import { adjustPValues } from "~/stats/inference/multiple-testing";
import { type DriverEffect, isRefusedEffect, type SpecResult } from "../result";
import { verdictOf } from "./grade-effect";

/** Benjamini–Hochberg over all effects of the analyses of a family; log-rank tests of retention are a family as well. */
export function adjustFamilies(results: readonly SpecResult[]): SpecResult[] {
  const families = new Map<string, number[]>();
  const note = (family: unknown, p: number) => {
    if (typeof family !== "string") return;
    families.set(family, [...(families.get(family) ?? []), p]);
  };
  for (const result of results) {
    const { family } = result.specification;
    for (const effect of result.effects) if (!isRefusedEffect(effect)) note(family, effect.p);
    for (const { logRank } of result.retention) if (logRank) note(family, logRank.p);
  }
  const adjusted = new Map<string, number[]>();
  for (const [family, p] of families) adjusted.set(family, [...adjustPValues(p).adjusted]);
  const next = (family: unknown): number | null => {
    if (typeof family !== "string") return null;
    const q = adjusted.get(family)?.shift();
    return q === undefined || Number.isNaN(q) ? null : q;
  };
  return results.map((result) => {
    const { family } = result.specification;
    const effects = result.effects.map((effect) =>
      isRefusedEffect(effect) ? effect : withQ(effect, next(family)),
    );
    const retention = result.retention.map((curves) =>
      curves.logRank ? { ...curves, logRank: { ...curves.logRank, q: next(family) } } : curves,
    );
    return { ...result, effects, retention };
  });
}

function withQ(effect: DriverEffect, q: number | null): DriverEffect {
  const tested = { ...effect, q };
  return { ...tested, verdict: verdictOf(tested) };
}
