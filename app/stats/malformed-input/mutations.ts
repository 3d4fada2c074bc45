/** Ways to spoil the arguments of a working call, for the walk through all public functions. */

/** An argument passed as it is: the result of another function, which has been through this itself. */
export class Untouched {
  constructor(readonly value: unknown) {}
}

/** The arguments as the function gets them: what was to be left alone is taken out of its wrapping, one level down too. */
export function unwrapped(args: readonly unknown[]): unknown[] {
  const bare = (value: unknown) => (value instanceof Untouched ? value.value : value);
  return args.map((arg) => {
    const value = bare(arg);
    if (value !== arg || typeof value !== "object" || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bare(item)]));
  });
}

export interface Mutation {
  /** What was done and where, "columns[1]: NaN in a row". */
  readonly label: string;
  /** Names one of which an ArgumentError has to hold: those on the way to what was spoilt, or of all where any may be blamed. */
  readonly path: readonly string[];
  /** "must-not-pass": only an ArgumentError or a Refusal will do. "may-pass": an answer without NaN will do as well. */
  readonly demand: "must-not-pass" | "may-pass";
  readonly args: readonly unknown[];
}

type Numbers = number[] | Float64Array | Int32Array | Uint8Array;
interface Leaf {
  readonly path: readonly string[];
  readonly value: number | Numbers;
  readonly structural: boolean;
}

const isNumbers = (value: unknown): value is Numbers =>
  (ArrayBuffer.isView(value) && !(value instanceof DataView)) ||
  (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "number"));

/** The numbers and columns within the arguments, each with its way there; the first name is the parameter's. */
function leavesOf(args: readonly unknown[], parameters: readonly string[]): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: unknown, path: string[], structural: boolean): void => {
    if (typeof value === "number" || isNumbers(value)) leaves.push({ path, value, structural });
    else if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) visit(item, [...path, String(i)], structural);
    } else if (typeof value === "object" && value !== null && !(value instanceof Untouched)) {
      const matrix = "rows" in value && "columns" in value && "values" in value;
      for (const [key, item] of Object.entries(value)) {
        if (!(matrix && key !== "values")) visit(item, [...path, key], structural || matrix);
      }
    }
  };
  for (const [i, arg] of args.entries()) visit(arg, [parameters[i] ?? `argument ${i}`], false);
  return leaves;
}

/** The arguments with some leaves replaced, everything else shared. */
function replaced(
  args: readonly unknown[],
  parameters: readonly string[],
  replace: (leaf: number | Numbers, path: readonly string[]) => unknown,
): unknown[] {
  const walk = (value: unknown, path: string[]): unknown => {
    if (typeof value === "number" || isNumbers(value)) return replace(value, path);
    if (Array.isArray(value)) return value.map((item, i) => walk(item, [...path, String(i)]));
    if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]),
      );
    }
    return value;
  };
  return args.map((arg, i) => walk(arg, [parameters[i] ?? `argument ${i}`]));
}

/** A plain column stays plain and a typed one typed, whatever it has to hold. */
const likewise = (column: Numbers, values: number[]) =>
  Array.isArray(column) ? values : Float64Array.from(values);

function withRow(column: Numbers, value: number): Numbers {
  const copy = Array.from(column);
  copy[Math.floor(copy.length / 2)] = value;
  return likewise(column, copy);
}

/** Every mutation of a call. `parameters` are the function's own names, in order. */
export function mutationsOf(args: readonly unknown[], parameters: readonly string[]): Mutation[] {
  const leaves = leavesOf(args, parameters);
  const same = (a: readonly string[], b: readonly string[]) => a.join("/") === b.join("/");
  const mutations: Mutation[] = [];
  const add = (
    what: string,
    demand: Mutation["demand"],
    path: readonly string[],
    replace: (leaf: number | Numbers, at: readonly string[]) => unknown,
    blamed: readonly string[] = path,
  ) =>
    mutations.push({
      label: `${path.join(".")}: ${what}`,
      path: blamed,
      demand,
      args: replaced(args, parameters, replace),
    });
  const anyone = [...new Set(leaves.flatMap(({ path }) => path))];
  const one = (leaf: Leaf, what: string, demand: Mutation["demand"], value: unknown, blamed = leaf.path) =>
    add(what, demand, leaf.path, (own, at) => (same(at, leaf.path) ? value : own), blamed);

  for (const leaf of leaves) {
    if (typeof leaf.value === "number") {
      one(leaf, "NaN", "must-not-pass", Number.NaN);
      one(leaf, "infinite", "may-pass", Number.POSITIVE_INFINITY, anyone);
      one(leaf, "minus infinity", "may-pass", Number.NEGATIVE_INFINITY, anyone);
      one(leaf, "negative", "may-pass", -1.5, anyone);
      one(leaf, "zero", "may-pass", 0, anyone);
      continue;
    }
    const { length } = leaf.value;
    one(leaf, "NaN in a row", "must-not-pass", withRow(leaf.value, Number.NaN));
    one(leaf, "infinity in a row", "must-not-pass", withRow(leaf.value, Number.POSITIVE_INFINITY));
    one(
      leaf,
      "constant",
      "may-pass",
      likewise(
        leaf.value,
        Array.from(leaf.value, () => (leaf.value as Numbers)[0]!),
      ),
      anyone,
    );
    if (leaf.structural) continue;
    const alike = leaves.filter(({ value }) => typeof value !== "number" && value.length === length);
    const demand = alike.length > 1 ? "must-not-pass" : "may-pass";
    one(leaf, "one row short", demand, leaf.value.slice(1), anyone);
    one(leaf, "without rows", demand, leaf.value.slice(0, 0), anyone);
  }
  const lengths = new Set(
    leaves.map(({ value, structural }) => (typeof value === "number" || structural ? 0 : value.length)),
  );
  const longest = Math.max(0, ...lengths);
  if (longest > 1) {
    for (const rows of [0, 1, 2]) {
      const cut = (own: number | Numbers) =>
        typeof own !== "number" && own.length === longest ? own.slice(0, rows) : own;
      add(`cut to ${rows} rows`, "may-pass", ["all columns"], cut, anyone);
    }
  }
  return mutations;
}

/** The names of a function's parameters, from its text; a destructured or renamed one has none of use. */
export function parametersOf(called: (...args: never[]) => unknown): string[] {
  const text = called.toString();
  const from = text.indexOf("(");
  let depth = 0;
  let current = "";
  const names: string[] = [];
  for (const character of text.slice(from)) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if ((character === "," && depth === 1) || depth === 0) {
      names.push(/^\W*(\w+)/.exec(current)?.[1] ?? "");
      current = "";
      if (depth === 0) return names;
    } else if (!(character === "(" && depth === 1)) current += character;
  }
  return names;
}
