/**
 * Walks through every public function of app/stats with spoilt input: NaN and infinities in every column and number,
 * columns too short, empty and of one row, constant ones. Each time there has to be an ArgumentError that names the
 * argument, a tagged Refusal, or (where a spoilt value can be meant) an answer without NaN; never another exception.
 * An exported function is either walked through here, and listed in the README, or declared to be a part of others;
 * a new one that is neither fails.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ArgumentError } from "../arguments";
import { isRefusal } from "../result";
import { calls } from "./calls";
import type { Case } from "./case";
import { type Mutation, mutationsOf, parametersOf, unwrapped } from "./mutations";
import { partsOfOthers } from "./parts-of-others";

type Called = (...args: unknown[]) => unknown;
/** What only runs in a worker, and what serves tests alone. */
const modules = import.meta.glob<Record<string, unknown>>(
  ["../*/**/*.ts", "!./*.ts", "!../**/*.test.ts", "!../**/*.server.ts"],
  { eager: true },
);
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

const exported = Object.entries(modules).flatMap(([path, module]) => {
  const file = path.slice(3, -3);
  return Object.entries(module)
    .filter(([, value]) => typeof value === "function" && !/^class\b/.test(String(value)))
    .map(([name, value]) => ({ file, name, called: value as Called }));
});
const isPart = (file: string, name: string) => {
  const parts = partsOfOthers[file];
  return parts === "all" || (parts?.includes(name) ?? false);
};
const publicFunctions = exported.filter(({ file, name }) => !isPart(file, name));

describe("the list of public functions", () => {
  it("has a call here for every one", () => {
    const missing = publicFunctions.filter(({ file, name }) => !calls[file]?.[name]);
    expect(missing.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  it("has a row in the README for every one", () => {
    // Function, question, formula, source, R: none empty, bars within code escaped.
    const rows = [...readme.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)];
    const complete = rows.filter(([, , rest]) => {
      const cells = rest!.split(/(?<!\\)\|/);
      return cells.length === 4 && cells.every((cell) => cell.trim() !== "");
    });
    const listed = new Set(complete.map(([, name]) => name));
    const missing = publicFunctions.filter(({ name }) => !listed.has(name));
    expect(missing.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  it("names nothing that is not there", () => {
    const there = new Set(exported.map(({ file, name }) => `${file} ${name}`));
    const called = Object.entries(calls).flatMap(([file, named]) =>
      Object.keys(named).map((name) => `${file} ${name}`),
    );
    const parts = Object.entries(partsOfOthers).flatMap(([file, names]) =>
      names === "all" ? [] : names.map((name) => `${file} ${name}`),
    );
    expect([...called, ...parts].filter((name) => !there.has(name))).toEqual([]);
    const files = new Set(exported.map(({ file }) => file));
    expect(Object.keys(partsOfOthers).filter((file) => !files.has(file))).toEqual([]);
    const listed = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    const names = new Set(publicFunctions.map(({ name }) => name));
    expect(listed.filter((name) => !names.has(name!))).toEqual([]);
  });
});

/** Runs it and says what is wrong with the outcome, if anything. */
function complaint(called: Called, mutation: Mutation, allowed: Case["passes"]): string | null {
  let result: unknown;
  try {
    result = called(...unwrapped(mutation.args));
  } catch (error) {
    if (!(error instanceof ArgumentError)) return `threw ${error}`;
    const named = /^[\w-]+/.exec(error.argument)?.[0] ?? "";
    const onTheWay = mutation.path.some((name) => error.argument.includes(name));
    return named === "" || !onTheWay ? `blamed ${error.message}` : null;
  }
  // A factor that does not exist is null.
  if (isRefusal(result) || result === null) return null;
  if (allowed?.some((label) => mutation.label.includes(label))) return null;
  if (mutation.demand === "must-not-pass") return `passed: ${shown(result)}`;
  return holdsNaN(result) ? `answered NaN: ${shown(result)}` : null;
}

const shown = (result: unknown) => (JSON.stringify(result) ?? String(result)).slice(0, 160);

function holdsNaN(result: unknown): boolean {
  if (typeof result === "number") return Number.isNaN(result);
  if (typeof result !== "object" || result === null) return false;
  const { estimate, standardError, warnings } = result as Record<string, unknown>;
  return (
    [estimate, standardError].some((value) => Number.isNaN(value)) &&
    !(Array.isArray(warnings) && warnings.length > 0)
  );
}

for (const { file, name, called } of publicFunctions) {
  const given = calls[file]?.[name];
  if (!given) continue;
  const {
    args,
    passes,
    refuses = [],
    throws = [],
  }: Case = typeof given === "function" ? { args: given } : given;
  describe(`${file} ${name}`, () => {
    const parameters = parametersOf(called);
    const run = (own: readonly unknown[]) => called(...unwrapped(own));

    it("works as called here", () => {
      const result = run(args());
      expect(isRefusal(result), JSON.stringify(result)).toBe(false);
      expect(holdsNaN(result)).toBe(false);
    });

    it("answers every spoilt argument with its name or a reason", () => {
      const complaints = mutationsOf(args(), parameters).flatMap((mutation) => {
        const found = complaint(called, mutation, passes);
        return found ? [`${mutation.label} → ${found}`] : [];
      });
      expect(complaints).toEqual([]);
    });

    for (const [what, reason, own] of refuses) {
      it(`refuses ${what} as ${reason}`, () => expect(run(own())).toMatchObject({ refused: reason }));
    }
    for (const [what, argument, own] of throws) {
      it(`throws at ${what}, naming ${argument}`, () => {
        expect(() => run(own())).toThrow(ArgumentError);
        expect(() => run(own())).toThrow(argument);
      });
    }
  });
}
