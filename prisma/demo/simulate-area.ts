import { drawExponential, drawNormal } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import { type PlantedEffects, plantedEffects } from "./planted-effects";
import {
  advancePerson,
  dipAfterHandover,
  drawLeaving,
  drawPerson,
  type Person,
  revenueDipAfterDeparture,
  satisfactionFrom,
} from "./simulated-manager";

export type HandoverCause = "departure" | "planned" | "account_request";

/** One owner of one account in the months [from, to). */
export interface Stint {
  readonly manager: number;
  readonly from: number;
  to: number;
  cause: HandoverCause | null;
}

export interface Manager {
  readonly person: Person;
  readonly position: number;
}

export interface SimulatedAccount {
  /** Standardised log size. */
  readonly size: number;
  readonly accountEffect: number;
  /** First month as a customer; negative before the simulation. */
  readonly startAt: number;
  /** First month in which it is lost. */
  endAt: number;
  readonly surveyedContacts: number;
  readonly stints: Stint[];
  /** By month: the owner, −1 for nobody; expected satisfaction; revenue; one digit per answer given. */
  readonly owner: Int16Array;
  readonly satisfaction: Float32Array;
  readonly revenue: Float64Array;
  readonly answers: Uint16Array;
}

/** A group of teams under one head, among which accounts are handed over. */
export interface SimulatedArea {
  readonly managers: readonly Manager[];
  readonly accounts: readonly SimulatedAccount[];
}

export interface AreaSettings {
  readonly positions: number;
  readonly accounts: number;
  readonly monthCount: number;
  readonly firstKept: number;
  /** Month index in which the regional training programme starts, or null. */
  readonly programmeStart: number | null;
  /** The generated company's own unless given. */
  readonly effects?: PlantedEffects;
}

interface State {
  readonly settings: AreaSettings;
  readonly truth: PlantedEffects;
  readonly random: Generator;
  readonly managers: Manager[];
  /** By position: the manager, or −1 while it is vacant, and the month of the next hire. */
  readonly incumbent: Int16Array;
  readonly hireAt: Int16Array;
  readonly accounts: LiveAccount[];
  /** By manager: accounts owned now. */
  readonly load: number[];
}

interface LiveAccount extends SimulatedAccount {
  noise: number;
  handedAt: number;
  handedToNewHire: boolean;
  departureAt: number;
  departureToNewHire: boolean;
  /** The vacant position that the account waits for, or −1. */
  waitingFor: number;
  isUnhappy: boolean;
}

const longAgo = -1_000;

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

function startArea(random: Generator, settings: AreaSettings): State {
  const state: State = {
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

function hire(state: State, position: number, month: number): number {
  const person = drawPerson(state.random, month, state.settings.monthCount);
  const index = state.managers.push({ person, position }) - 1;
  state.load.push(0);
  state.incumbent[position] = index;
  return index;
}

function newAccount({ random, settings, truth }: State, startAt: number): LiveAccount {
  const size = drawNormal(random);
  return {
    size,
    accountEffect: truth.csat.accountSd * drawNormal(random),
    startAt,
    endAt: settings.monthCount + 1,
    surveyedContacts: size > 1.2 ? 3 : size > 0.4 ? 2 : 1,
    stints: [],
    owner: new Int16Array(settings.monthCount).fill(-1),
    satisfaction: new Float32Array(settings.monthCount),
    revenue: new Float64Array(settings.monthCount),
    answers: new Uint16Array(settings.monthCount),
    noise: truth.revenue.sd * drawNormal(random),
    handedAt: longAgo,
    handedToNewHire: false,
    departureAt: longAgo,
    departureToNewHire: false,
    waitingFor: -1,
    isUnhappy: false,
  };
}

/** Larger accounts go rather to better managers, and any rather to those with few: the first trap for naive estimates. */
function chooseManager(state: State, account: LiveAccount, except = -1): number {
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

function assign(state: State, account: LiveAccount, manager: number, month: number): void {
  account.waitingFor = -1;
  if (manager < 0) return;
  const from = account.stints.length === 0 ? firstDayTogether(state, account, manager, month) : month;
  account.stints.push({ manager, from, to: state.settings.monthCount + 1, cause: null });
  state.load[manager]! += 1;
}

/** Who owned an account when the simulation began has done so since both were there. */
function firstDayTogether(state: State, account: LiveAccount, manager: number, month: number): number {
  return month > 0 ? month : Math.max(account.startAt, state.managers[manager]!.person.hiredAt);
}

function release(state: State, account: LiveAccount, month: number, cause: HandoverCause | null): void {
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

function markHandover(account: LiveAccount, month: number, cause: HandoverCause, isNewHire: boolean): void {
  account.handedAt = month;
  account.handedToNewHire = isNewHire;
  if (cause !== "departure") return;
  account.departureAt = month;
  account.departureToNewHire = isNewHire;
}

function fillVacancies(state: State, month: number): void {
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
function handOver(state: State, month: number): void {
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

function welcomeAccounts(state: State, month: number): void {
  for (const account of state.accounts) {
    if (account.startAt === month) assign(state, account, chooseManager(state, account), month);
  }
}

/** Accounts owned against the others of the area, in standard deviations; by manager. */
function workloads(state: State): Float64Array {
  const z = new Float64Array(state.managers.length);
  const present = [...state.incumbent].filter((index) => index >= 0);
  if (present.length < 2) return z;
  const mean = present.reduce((sum, index) => sum + state.load[index]!, 0) / present.length;
  const variance =
    present.reduce((sum, index) => sum + (state.load[index]! - mean) ** 2, 0) / (present.length - 1);
  if (variance > 0) for (const index of present) z[index] = (state.load[index]! - mean) / Math.sqrt(variance);
  return z;
}

function liveAccounts(state: State, month: number, workloadZ: Float64Array): void {
  const { random, settings, managers, truth } = state;
  const contribution = new Float64Array(managers.length);
  let sum = 0;
  let present = 0;
  for (const index of state.incumbent) {
    if (index < 0) continue;
    contribution[index] = satisfactionFrom(truth, managers[index]!.person, month, workloadZ[index]!);
    sum += contribution[index]!;
    present += 1;
  }
  // Whoever answers the phone while a post is vacant is an average colleague.
  const cover = present === 0 ? 0 : sum / present;

  for (let i = 0; i < state.accounts.length; i++) {
    const account = state.accounts[i]!;
    if (account.startAt > month || account.endAt <= month) continue;
    const owner = account.waitingFor >= 0 ? -1 : (account.stints.at(-1)?.manager ?? -1);
    account.owner[month] = owner;
    const csat =
      truth.csat.level +
      account.accountEffect +
      (owner >= 0 ? contribution[owner]! : cover + truth.csat.whileVacant) +
      (owner >= 0 ? dipAfterHandover(truth, month - account.handedAt, account.handedToNewHire) : 0);
    account.satisfaction[month] = csat;
    drawAnswers(state, account, month, csat);
    drawRevenue(state, account, month);
    const churn = truth.churnPerMonth;
    const isJustHanded = month - account.handedAt < churn.afterHandoverMonths;
    const hazard =
      churn.base *
      Math.exp(
        churn.perCsat * (csat - truth.csat.level) +
          (isJustHanded ? churn.afterHandover : 0) +
          churn.perSize * account.size,
      );
    if (month + 1 < settings.monthCount && random.uniform() < hazard) lose(state, i, month + 1);
  }
}

/** An account lost during the burn-in is replaced, so that the kept months begin with survivors of every age. */
function lose(state: State, index: number, month: number): void {
  const account = state.accounts[index]!;
  account.endAt = month;
  release(state, account, month, null);
  if (month > state.settings.firstKept) return;
  state.accounts[index] = newAccount(state, month);
}

function drawAnswers({ random, truth }: State, account: LiveAccount, month: number, csat: number): void {
  let digits = 0;
  for (let contact = 0; contact < account.surveyedContacts; contact++) {
    digits *= 10;
    if (random.uniform() >= truth.csat.answerRate) continue;
    const score = Math.min(5, Math.max(1, Math.round(csat + truth.csat.answerSd * drawNormal(random))));
    digits += score;
    if (score <= truth.traps.lowAnswer) account.isUnhappy = true;
  }
  account.answers[month] = digits;
}

function drawRevenue({ random, truth }: State, account: LiveAccount, month: number): void {
  const { medianPerMonth, sdLog, autocorrelation, sd } = truth.revenue;
  account.noise =
    autocorrelation * account.noise + sd * Math.sqrt(1 - autocorrelation ** 2) * drawNormal(random);
  const dip = revenueDipAfterDeparture(truth, month - account.departureAt, account.departureToNewHire);
  account.revenue[month] = medianPerMonth * Math.exp(sdLog * account.size + account.noise + dip);
}

function seeOffLeavers(state: State, month: number, workloadZ: Float64Array): void {
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

function passOnAccounts(state: State, leaver: number, position: number, month: number): void {
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
