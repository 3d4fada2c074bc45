import { drawExponential } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import { assign, chooseManager, markHandover, release } from "./account-owners";
import { type AreaSettings, type AreaState, hire, newAccount, type SimulatedArea } from "./area-state";
import { liveAccounts } from "./live-accounts";
import { plantedEffects } from "./planted-effects";
import { advancePerson, drawLeaving } from "./simulated-manager";

/** Share of the accounts that are customers when the kept months begin; the others are won in their course. */
const presentShare = 0.77;

/** Lives one area through all months. Nothing but the generator decides. */
export function simulateArea(random: Generator, settings: AreaSettings): SimulatedArea {
  const state = startArea(random, settings);
  for (let month = 0; month < settings.monthCount; month++) {
    fillVacancies(state, month);
    handOver(state, month);
    welcomeAccounts(state, month);
    const workloadZ = workloads(state);
    const isInProgramme = settings.programmeStart !== null && month >= settings.programmeStart;
    for (const index of state.incumbent) {
      if (index >= 0) advancePerson(random, state.managers[index]!.person, month, isInProgramme);
    }
    liveAccounts(state, month, workloadZ);
    if (month + 1 < settings.monthCount) seeOffLeavers(state, month, workloadZ);
  }
  return { managers: state.managers, accounts: state.accounts };
}

function startArea(random: Generator, settings: AreaSettings): AreaState {
  const state: AreaState = {
    settings,
    truth: settings.effects ?? plantedEffects,
    random,
    managers: [],
    incumbent: new Int16Array(settings.positions),
    hireAt: new Int16Array(settings.positions),
    accounts: [],
    load: [],
  };
  for (let position = 0; position < settings.positions; position++) {
    const tenure = Math.min(200, Math.floor(drawExponential(random, 1 / 58)));
    hire(state, position, -tenure);
  }
  const present = Math.round(settings.accounts * presentShare);
  for (let index = 0; index < settings.accounts; index++) {
    const startAt =
      index < present
        ? -1 - Math.min(150, Math.floor(drawExponential(random, 1 / 40)))
        : settings.firstKept + random.int(settings.monthCount - settings.firstKept);
    state.accounts.push(newAccount(state, startAt));
  }
  for (const account of state.accounts) {
    if (account.startAt < 0) assign(state, account, chooseManager(state, account), 0);
  }
  return state;
}

function fillVacancies(state: AreaState, month: number): void {
  for (let position = 0; position < state.incumbent.length; position++) {
    if (state.incumbent[position]! >= 0 || state.hireAt[position] !== month) continue;
    const manager = hire(state, position, month);
    for (const account of state.accounts) {
      if (account.waitingFor !== position || account.endAt <= month) continue;
      assign(state, account, manager, month);
      markHandover(account, month, "departure", true);
    }
  }
}

/** Handovers without a departure: some planned, some because an unhappy account asked for it. */
function handOver(state: AreaState, month: number): void {
  const { random } = state;
  const { traps } = state.truth;
  for (const account of state.accounts) {
    if (account.startAt >= month || account.endAt <= month || account.waitingFor >= 0) continue;
    if (account.handedAt === month) continue;
    const asks = account.isUnhappy && random.uniform() < traps.reassignedAfterLowAnswer;
    account.isUnhappy = false;
    if (!asks && random.uniform() >= traps.plannedHandoverPerMonth) continue;
    const before = account.stints.at(-1)?.manager ?? -1;
    const after = chooseManager(state, account, before);
    if (after < 0 || before < 0) continue;
    const cause = asks ? "account_request" : "planned";
    release(state, account, month, cause);
    assign(state, account, after, month);
    markHandover(account, month, cause, month - state.managers[after]!.person.hiredAt < 3);
  }
}

function welcomeAccounts(state: AreaState, month: number): void {
  for (const account of state.accounts) {
    if (account.startAt === month) assign(state, account, chooseManager(state, account), month);
  }
}

/** Accounts owned against the others of the area, in standard deviations; by manager. */
function workloads(state: AreaState): Float64Array {
  const z = new Float64Array(state.managers.length);
  const present = [...state.incumbent].filter((index) => index >= 0);
  if (present.length < 2) return z;
  const mean = present.reduce((sum, index) => sum + state.load[index]!, 0) / present.length;
  const variance =
    present.reduce((sum, index) => sum + (state.load[index]! - mean) ** 2, 0) / (present.length - 1);
  if (variance > 0) for (const index of present) z[index] = (state.load[index]! - mean) / Math.sqrt(variance);
  return z;
}

function seeOffLeavers(state: AreaState, month: number, workloadZ: Float64Array): void {
  const { random, managers, incumbent, hireAt, truth } = state;
  for (let position = 0; position < incumbent.length; position++) {
    const index = incumbent[position]!;
    if (index < 0) continue;
    const { person } = managers[index]!;
    const reason = drawLeaving(truth, random, person, month, workloadZ[index]!);
    if (!reason) continue;
    person.leftAt = month + 1;
    person.leaveReason = reason;
    incumbent[position] = -1;
    hireAt[position] = month + 2 + Math.floor(drawExponential(random, truth.vacancyRate));
    passOnAccounts(state, index, position, month + 1);
  }
}

function passOnAccounts(state: AreaState, leaver: number, position: number, month: number): void {
  for (const account of state.accounts) {
    const stint = account.stints.at(-1);
    if (account.endAt <= month || !stint || stint.manager !== leaver || stint.to <= month) continue;
    release(state, account, month, "departure");
    const atOnce = state.random.uniform() < state.truth.traps.takenOverAtOnce;
    const successor = atOnce ? chooseManager(state, account) : -1;
    if (successor < 0) {
      account.waitingFor = position;
      continue;
    }
    assign(state, account, successor, month);
    markHandover(account, month, "departure", false);
  }
}
