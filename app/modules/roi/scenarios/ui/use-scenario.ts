import { useEffect, useMemo, useState } from "react";
import { type AssumedCostKey, type Lever, leversOf, type ScenarioBasis } from "../levers";
import {
  computeScenario,
  type LeverValues,
  problemsOf,
  type ScenarioResult,
  usableValues,
} from "../scenario";

/** While a thumb is dragged nothing is drawn; when it rests, ten thousand draws are. */
const restMs = 120;

/** The levers as they stand, and what the draws say of them: from the server at first, then drawn here. */
export function useScenario(
  basis: ScenarioBasis,
  given: { values: LeverValues; result: ScenarioResult | null },
) {
  const levers = useMemo(() => leversOf(basis), [basis]);
  const [values, setValues] = useState<LeverValues>(given.values);
  const [result, setResult] = useState<ScenarioResult | null>(given.result);
  const usable = useMemo(() => usableValues(levers, values), [levers, values]);
  const asked = JSON.stringify(usable);
  const [answered, setAnswered] = useState(asked);
  useEffect(() => {
    if (asked === answered) return;
    const timer = setTimeout(() => {
      const moved = JSON.parse(asked) as LeverValues;
      setResult(Object.keys(moved).length === 0 ? null : computeScenario(basis, levers, moved));
      setAnswered(asked);
    }, restMs);
    return () => clearTimeout(timer);
  }, [asked, answered, basis, levers]);
  return {
    levers,
    result,
    usable,
    isComputing: asked !== answered,
    problems: problemsOf(levers, values),
    valueOf: (lever: Lever) => values[lever.key] ?? lever.now,
    costOf: (key: AssumedCostKey) => values[key],
    assumeCost: (key: AssumedCostKey, cost: number) =>
      setValues(({ [key]: _, ...others }) => (Number.isNaN(cost) ? others : { ...others, [key]: cost })),
    move: (lever: Lever, value: number) => setValues((before) => ({ ...before, [lever.key]: value })),
    reset: () => setValues({}),
  };
}
