import { log1mExp } from "./log1p-minus-x";

/** Both tails of a distribution at a point, as logarithms, so that neither underflows nor is spoilt by subtraction. */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
}

/** From the tail that was computed directly; the other is its complement. */
export function fromLower(logLower: number): LogTails {
  const bounded = Math.min(logLower, 0);
  return { logLower: bounded, logUpper: log1mExp(bounded) };
}

export function fromUpper(logUpper: number): LogTails {
  const bounded = Math.min(logUpper, 0);
  return { logLower: log1mExp(bounded), logUpper: bounded };
}
