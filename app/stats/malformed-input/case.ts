import { isRefusal, type Refusal, type RefusalReason } from "../result";
import { Untouched } from "./mutations";

export type Arguments = () => readonly unknown[];

export interface Case {
  readonly args: Arguments;
  /** Mutations, by a part of their label, that have an answer and say so in the function's description. */
  readonly passes?: readonly string[];
  /** Statistical impossibilities: what, the reason it is refused with, the arguments. */
  readonly refuses?: ReadonlyArray<readonly [string, RefusalReason, Arguments]>;
  /** A caller's mistakes beyond the spoilt values: what, the argument named, the arguments. */
  readonly throws?: ReadonlyArray<readonly [string, string, Arguments]>;
}

export function given<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}
/** Passed as it is: another function's result. */
export const as = <T>(value: T | Refusal) => new Untouched(given(value));

/** By file and exported name; a call without refusals of its own is its arguments alone. */
export type Calls = Readonly<Record<string, Readonly<Record<string, Case | Arguments>>>>;
