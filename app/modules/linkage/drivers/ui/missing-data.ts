import { isRefusedEffect, type SpecResult } from "../result";
import { type RemediedCode, remedies } from "./remedies";

/** What analyses said they lack and an import can bring, each once, in the order in which it helps. */
export function missingData(results: readonly SpecResult[]): readonly RemediedCode[] {
  const lacking = new Set<string>(
    results.flatMap(({ refused, effects }) => [
      ...(refused ? [refused.code] : []),
      ...effects.flatMap((effect) => (isRefusedEffect(effect) ? [effect.refused.code] : [])),
    ]),
  );
  return (Object.keys(remedies) as RemediedCode[]).filter((code) => lacking.has(code));
}
