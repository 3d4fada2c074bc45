/** One assignment to hand over. */
export interface OpenLoad {
  readonly id: string;
  /** Only owners are counted as accounts in a colleague's workload. */
  readonly isOwner: boolean;
  /** The present holder, who cannot succeed themselves. */
  readonly employeeId: string;
  /** People who already hold this role on this account. */
  readonly alreadyHeldBy: readonly string[];
}

export interface Colleague {
  readonly id: string;
  readonly accountsOwned: number;
  readonly fte: number;
}

/**
 * Spreads assignments by giving each, in the order given, to the colleague who would then own the fewest accounts per
 * FTE; ties go to the first in the list. Null where nobody can take it.
 */
export function suggestSuccessors(
  loads: readonly OpenLoad[],
  colleagues: readonly Colleague[],
): ReadonlyMap<string, string | null> {
  const owned = new Map(colleagues.map((colleague) => [colleague.id, colleague.accountsOwned]));
  const suggestion = new Map<string, string | null>();
  for (const load of loads) {
    let best: Colleague | null = null;
    let bestPerFte = Number.POSITIVE_INFINITY;
    for (const colleague of colleagues) {
      if (colleague.id === load.employeeId || load.alreadyHeldBy.includes(colleague.id)) continue;
      const perFte = accountsPerFte((owned.get(colleague.id) ?? 0) + (load.isOwner ? 1 : 0), colleague.fte);
      if (perFte < bestPerFte) {
        best = colleague;
        bestPerFte = perFte;
      }
    }
    suggestion.set(load.id, best?.id ?? null);
    if (best && load.isOwner) owned.set(best.id, (owned.get(best.id) ?? 0) + 1);
  }
  return suggestion;
}

/** Accounts each colleague would own after the choices; the holder of an owned account gives one up. */
export function workloadAfter(
  loads: readonly OpenLoad[],
  colleagues: readonly Colleague[],
  choices: Readonly<Record<string, string | null>>,
): ReadonlyMap<string, number> {
  const owned = new Map(colleagues.map((colleague) => [colleague.id, colleague.accountsOwned]));
  for (const load of loads) {
    const successor = choices[load.id];
    if (!load.isOwner || !successor) continue;
    owned.set(successor, (owned.get(successor) ?? 0) + 1);
    if (owned.has(load.employeeId)) owned.set(load.employeeId, (owned.get(load.employeeId) ?? 0) - 1);
  }
  return owned;
}

export function accountsPerFte(accounts: number, fte: number): number {
  return fte > 0 ? accounts / fte : Number.POSITIVE_INFINITY;
}
