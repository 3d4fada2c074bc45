import type { AreaState, HandoverCause, LiveAccount } from "./area-state";

/** Larger accounts go rather to better managers, and any rather to those with few: the first trap for naive estimates. */
export function chooseManager(state: AreaState, account: LiveAccount, except = -1): number {
  const { random, incumbent, managers, load, truth } = state;
  let total = 0;
  let occupied = 0;
  for (const index of incumbent)
    if (index >= 0) {
      total += load[index]!;
      occupied += 1;
    }
  const mean = occupied === 0 ? 0 : total / occupied;
  const relative = mean > 0 ? 15 / mean : 1;
  let best = -1;
  let bestScore = -Infinity;
  for (const index of incumbent) {
    if (index < 0 || index === except) continue;
    const score =
      truth.traps.qualityTimesSize * managers[index]!.person.quality * account.size +
      truth.traps.perAccountOfLoad * (load[index]! - mean) * relative -
      Math.log(-Math.log(random.uniform()));
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

export function assign(state: AreaState, account: LiveAccount, manager: number, month: number): void {
  account.waitingFor = -1;
  if (manager < 0) return;
  const from = account.stints.length === 0 ? firstDayTogether(state, account, manager, month) : month;
  account.stints.push({ manager, from, to: state.settings.monthCount + 1, cause: null });
  state.load[manager]! += 1;
}

/** Who owned an account when the simulation began has done so since both were there. */
function firstDayTogether(state: AreaState, account: LiveAccount, manager: number, month: number): number {
  return month > 0 ? month : Math.max(account.startAt, state.managers[manager]!.person.hiredAt);
}

export function release(
  state: AreaState,
  account: LiveAccount,
  month: number,
  cause: HandoverCause | null,
): void {
  const stint = account.stints.at(-1);
  if (!stint || stint.to <= month) return;
  state.load[stint.manager]! -= 1;
  // Who was to take over and leaves on that very day never did.
  if (stint.from >= month) {
    account.stints.pop();
    return;
  }
  stint.to = month;
  stint.cause = cause;
}

export function markHandover(
  account: LiveAccount,
  month: number,
  cause: HandoverCause,
  isNewHire: boolean,
): void {
  account.handedAt = month;
  account.handedToNewHire = isNewHire;
  if (cause !== "departure") return;
  account.departureAt = month;
  account.departureToNewHire = isNewHire;
}
