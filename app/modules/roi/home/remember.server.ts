import type { Scope } from "~/modules/access/scope";

const keptMs = 2_000;
const mostKept = 200;

/**
 * Answers the same question of the same reach once within two seconds, however many people ask: the rollups behind it lag
 * by about as much. What is kept is told apart by everything that decides what a person may see.
 */
export function remembered<S extends Scope, Result>(
  ask: (scope: S) => Promise<Result>,
): (scope: S) => Promise<Result> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<Result> }>();
  return (scope) => {
    const key = JSON.stringify([scope.capability, scope.all, [...scope.unitIds].sort(), scope.ownEmployeeId]);
    const now = Date.now();
    const found = kept.get(key);
    if (found && found.until > now) return found.answer;
    if (kept.size >= mostKept) kept.clear();
    const answer = ask(scope);
    kept.set(key, { until: now + keptMs, answer });
    // A failure is told to whoever asked and then asked anew.
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
