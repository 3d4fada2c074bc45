import type { Actor } from "~/db/transaction.server";
import type { Capability } from "./capabilities";
import type { Role } from "./roles";

declare const proof: unique symbol;

/**
 * A checked permission together with the rows it reaches. Every use case takes one first; only `requireScope` and, for
 * command lines, `commandLineScope` make one.
 */
export interface Scope<C extends Capability = Capability> {
  readonly [proof]: true;
  readonly capability: C;
  readonly roles: readonly Role[];
  readonly actor: Actor;
  /** All rows; where true the two below do not matter. */
  readonly all: boolean;
  /** Units whose people and accounts are in reach. */
  readonly unitIds: readonly string[];
  /** The user's own employee record, where the reach includes what is one's own. */
  readonly ownEmployeeId: string | null;
}
