/** Tasks that misbehave on purpose, for the runner's tests. */
import { ArgumentError } from "../arguments";
import { refuse } from "../result";
import { serveTasks } from "./serve-tasks.server";

serveTasks({
  /** Leaves a mark in the column it is given, which the other thread sees only if it is the same memory. */
  mark: async () => (input: { column: Float64Array }) => {
    input.column[0] = 42;
    return { length: input.column.length, shared: input.column.buffer instanceof SharedArrayBuffer };
  },
  /** Computes without a pause, counting in shared memory, as a fit would. */
  spin: async () => (input: { milliseconds: number; beats: Float64Array }, report) => {
    const end = performance.now() + input.milliseconds;
    while (performance.now() < end) {
      input.beats[0]!++;
      report(1 - (end - performance.now()) / input.milliseconds);
    }
    return "done";
  },
  wrongArgument: async () => () => {
    throw new ArgumentError("weights[3]", "must be above 0, got -1");
  },
  failure: async () => () => {
    throw new RangeError("out of bounds");
  },
  refusal: async () => () => refuse("no-events", { events: 0 }),
  column: async () => (input: { n: number }) => ({ values: new Float64Array(input.n).fill(7) }),
  exit: async () => () => process.exit(3),
});
