import { ArgumentError } from "../arguments";

/** A stream of random numbers fixed by its seed. Every function that draws takes one; none makes its own. */
export interface Generator {
  /** Uniform on the open interval (0, 1), 53 bits. */
  uniform(): number;
  /** Uniform on 0 … maxExclusive − 1. */
  int(maxExclusive: number): number;
  /** A stream of its own for a sub-task. It depends on the seeds and labels above it, not on how many numbers were drawn. */
  split(label: string | number): Generator;
}

/**
 * xoshiro128** (Blackman and Vigna 2021) on 32-bit words, its state filled from a 128-bit hash of the seed's path.
 * The same seed gives the same numbers in every process. There is no R call: R's streams differ by design.
 * Throws if the seed is neither a finite number nor a string.
 */
export function createGenerator(seed: number | string): Generator {
  if (typeof seed === "number" && !Number.isFinite(seed))
    throw new ArgumentError("seed", `must be finite, got ${seed}`);
  if (typeof seed !== "number" && typeof seed !== "string")
    throw new ArgumentError("seed", "must be a number or a string");
  return fromPath(part(seed));
}

/** The type is part of the path, so that 1 and "1" are different seeds; so is the length, so that paths cannot collide. */
function part(label: string | number): string {
  const text = String(label);
  return `${typeof label === "number" ? "n" : "s"}${text.length}:${text}`;
}

function fromPath(path: string): Generator {
  let [a, b, c, d] = hash128(path);
  const next = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  return {
    // The middle of one of 2^53 cells of equal width would need 54 bits; half a cell is added and the top one stays below 1.
    uniform: () => ((next() >>> 5) * 67108864 + (next() >>> 6) + 0.5) * 1.1102230246251565e-16 || 5.5e-17,
    int: (maxExclusive) => {
      if (!Number.isInteger(maxExclusive) || maxExclusive < 1 || maxExclusive > 2 ** 32) {
        throw new ArgumentError("maxExclusive", `must be a whole number from 1 to 2^32, got ${maxExclusive}`);
      }
      // Lemire's rejection, so that no value is favoured: the last, incomplete round of 2^32 is drawn again.
      const limit = 2 ** 32 - (2 ** 32 % maxExclusive);
      let draw = next();
      while (draw >= limit) draw = next();
      return draw % maxExclusive;
    },
    split: (label) => fromPath(`${path}/${part(label)}`),
  };
}

/** Four 32-bit lanes over the characters, each with its own multiplier, mixed at the end; never all zero. */
function hash128(text: string): [number, number, number, number] {
  const multipliers = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];
  const lanes = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let lane = 0; lane < 4; lane++) {
      const mixed = Math.imul(lanes[lane]! ^ code, multipliers[lane]!);
      lanes[lane] = mixed ^ (mixed >>> 15) ^ lanes[(lane + 1) % 4]!;
    }
  }
  for (let round = 0; round < 8; round++) {
    for (let lane = 0; lane < 4; lane++) {
      let mixed = (lanes[lane]! + lanes[(lane + 3) % 4]! + 0x6d2b79f5) | 0;
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
      lanes[lane] = mixed ^ (mixed >>> 16);
    }
  }
  return [lanes[0]! | 1, lanes[1]!, lanes[2]!, lanes[3]!];
}
