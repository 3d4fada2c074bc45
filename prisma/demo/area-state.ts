import { drawNormal } from "../../app/stats/random/draws";
import type { Generator } from "../../app/stats/random/generator";
import type { PlantedEffects } from "./planted-effects";
import { drawPerson, type Person } from "./simulated-manager";

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

/** An area in the course of its simulation. */
export interface AreaState {
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

export interface LiveAccount extends SimulatedAccount {
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

export function hire(state: AreaState, position: number, month: number): number {
  const person = drawPerson(state.random, month, state.settings.monthCount);
  const index = state.managers.push({ person, position }) - 1;
  state.load.push(0);
  state.incumbent[position] = index;
  return index;
}

export function newAccount({ random, settings, truth }: AreaState, startAt: number): LiveAccount {
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
