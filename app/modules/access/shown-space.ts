import type { Block } from "./member-blocks";

/**
 * All that a reader of the shown cells can work out by adding and subtracting them: the space their membership vectors
 * span over the blocks. Kept as reduced rows whose leading column is the largest block in them, so that the rows led by
 * a small block span exactly what can be worked out about small blocks alone.
 *
 * Counted in whole numbers modulo a prime, where nothing is rounded and "is it zero" has an answer.
 */
const prime = 67_108_859; // the largest below 2^26: a product of two residues is exact in a double

type Vector = Int32Array;
interface Row {
  readonly lead: number;
  readonly values: Vector;
}

export interface SizedCell {
  readonly vector: Vector;
  /** Where the vector is not zero. */
  readonly columns: readonly number[];
  /** People in it. */
  readonly n: number;
}

export class ShownSpace {
  /** Sizes of the blocks, the largest first. */
  readonly #sizes: readonly number[];
  readonly #columnsOf = new Map<string, number[]>();
  readonly #limit: number;
  readonly #firstSmall: number;
  readonly #rows: Row[] = [];
  /** Hidden cells, and what of each the shown cells do not tell. */
  readonly #secrets: { readonly cell: Vector; readonly rest: Vector }[] = [];

  constructor(blocks: readonly Block[], limit: number) {
    const sorted = blocks.filter((block) => block.n > 0).sort((a, b) => b.n - a.n);
    this.#sizes = sorted.map((block) => block.n);
    this.#limit = limit;
    const small = this.#sizes.findIndex((size) => size < limit);
    this.#firstSmall = small < 0 ? sorted.length : small;
    sorted.forEach((block, column) => {
      for (const key of new Set(block.cells)) {
        const columns = this.#columnsOf.get(key);
        if (columns) columns.push(column);
        else this.#columnsOf.set(key, [column]);
      }
    });
  }

  cellOf(key: string): SizedCell {
    const vector = new Int32Array(this.#sizes.length);
    const columns = this.#columnsOf.get(key) ?? [];
    let n = 0;
    for (const column of columns) {
      n += this.#sizes[column]!;
      vector[column] = 1;
    }
    return { vector, columns, n };
  }

  /** How many people are in one of the two cells alone; their own sizes are given, as every pair of cells is compared. */
  sizeApart(a: SizedCell, b: SizedCell): number {
    const [few, many] = a.columns.length <= b.columns.length ? [a, b] : [b, a];
    let shared = 0;
    for (const column of few.columns) if (many.vector[column]) shared += this.#sizes[column]!;
    return a.n + b.n - 2 * shared;
  }

  /** A hidden cell: its sum must not be worked out, however many people it holds. */
  keepSecret({ vector, n }: SizedCell): void {
    if (n > 0) this.#secrets.push({ cell: vector, rest: this.#reduce(vector) });
  }

  /** Shows the cell, unless that would give a hidden cell or any other group of too few away. */
  tryToShow(vector: Vector, isTooClose: boolean): "shown" | "complementary" | "differencing" {
    const rest = this.#reduce(vector);
    const lead = firstNonZero(rest);
    if (lead < 0) return "shown"; // could be worked out already, and that was found harmless
    const values = scaled(rest, inverse(rest[lead]!));
    const givesSecretAway = this.#secrets.some(({ rest: secret }) => isMultiple(secret, { lead, values }));
    if (givesSecretAway) return "complementary";
    if (isTooClose) return "differencing";
    // Only a row about small blocks alone adds to what is known of them.
    if (lead >= this.#firstSmall) {
      const light = this.#lightSupport(this.#connectedTo({ lead, values }));
      if (light === "too many to tell") return "complementary";
      if (light)
        return light.every((column) => this.#secrets.some(({ cell }) => cell[column]))
          ? "complementary"
          : "differencing";
    }
    for (const row of this.#rows) subtract(row.values, values, row.values[lead]!);
    for (const secret of this.#secrets) subtract(secret.rest, values, secret.rest[lead]!);
    this.#rows.push({ lead, values });
    return "shown";
  }

  #reduce(vector: Vector): Vector {
    const rest = vector.slice();
    for (const row of this.#rows) subtract(rest, row.values, rest[row.lead]!);
    return rest;
  }

  /**
   * The new row, the rows about small blocks that it changes, and all that share blocks with these, directly or by way
   * of others: the rest was found harmless without it.
   */
  #connectedTo({ lead, values }: Row): readonly Row[] {
    const connected: Row[] = [{ lead, values }];
    let waiting: Row[] = [];
    for (const row of this.#rows) {
      if (row.lead < this.#firstSmall) continue;
      if (row.values[lead] === 0) {
        waiting.push(row);
        continue;
      }
      const changed = row.values.slice();
      subtract(changed, values, changed[lead]!);
      connected.push({ lead: row.lead, values: changed });
    }
    for (let index = 0; index < connected.length; index += 1) {
      const { values: known } = connected[index]!;
      const apart: Row[] = [];
      for (const other of waiting) {
        const touches = other.values.some((value, column) => value !== 0 && known[column] !== 0);
        (touches ? connected : apart).push(other);
      }
      waiting = apart;
    }
    return connected;
  }

  /**
   * Blocks of fewer people than the limit together whose values can be combined into one that is known, or null. A set
   * of blocks is one exactly where their columns of a parity-check matrix depend on each other, so that sets are tried
   * by adding columns; as every block holds someone, no set has more than limit − 1.
   */
  #lightSupport(rows: readonly Row[]): readonly number[] | null | "too many to tell" {
    const leads = new Map(rows.map((row, index) => [row.lead, index]));
    const used: number[] = [];
    for (let column = this.#firstSmall; column < this.#sizes.length; column += 1)
      if (rows.some((row) => row.values[column])) used.push(column);
    const free = used.filter((column) => !leads.has(column));
    const check = (column: number): Vector => {
      const index = leads.get(column);
      if (index === undefined) return Int32Array.from(free, (other) => (other === column ? 1 : 0));
      return Int32Array.from(free, (other) => (prime - rows[index]!.values[other]!) % prime);
    };
    const columns = used.map((column) => ({ column, n: this.#sizes[column]!, check: check(column) }));
    let left = 200_000;
    const chosen: number[] = [];
    const search = (from: number, weight: number, basis: readonly Row[]): boolean => {
      for (let index = from; index < columns.length; index += 1) {
        const { column, n, check: added } = columns[index]!;
        if (weight + n >= this.#limit) continue;
        if (left-- <= 0) return false;
        const rest = added.slice();
        for (const row of basis) subtract(rest, row.values, rest[row.lead]!);
        const lead = firstNonZero(rest);
        chosen.push(column);
        if (lead < 0) return true;
        const next = [...basis, { lead, values: scaled(rest, inverse(rest[lead]!)) }];
        if (search(index + 1, weight + n, next)) return true;
        chosen.pop();
      }
      return false;
    };
    if (search(0, 0, [])) return chosen;
    return left <= 0 ? "too many to tell" : null;
  }
}

function firstNonZero(vector: Vector): number {
  for (let column = 0; column < vector.length; column += 1) if (vector[column] !== 0) return column;
  return -1;
}

/** target −= factor · row, in place. */
function subtract(target: Vector, row: Vector, factor: number): void {
  if (factor === 0) return;
  for (let column = 0; column < target.length; column += 1) {
    const value = row[column]!;
    if (value !== 0) target[column] = (target[column]! + prime - ((value * factor) % prime)) % prime;
  }
}

function scaled(vector: Vector, factor: number): Vector {
  return vector.map((value) => (value * factor) % prime);
}

/** Is the vector a non-zero multiple of the row, whose leading value is one? */
function isMultiple(vector: Vector, { lead, values }: Row): boolean {
  const factor = vector[lead]!;
  if (factor === 0) return false;
  for (let column = 0; column < vector.length; column += 1)
    if (vector[column] !== (values[column]! * factor) % prime) return false;
  return true;
}

/** By Fermat: a^(p − 2). */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
