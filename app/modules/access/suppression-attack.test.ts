/**
 * Somebody who sees every shown cell, knows who is in it and can solve linear equations. What they could work out must
 * never rest on fewer than five people, nor be a cell that was hidden. The attacker shares no code with the rule: it
 * tries every small set of people in exact fractions.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, suppressBlocks, suppressCells, suppressGroups } from "./suppression";

type Row = readonly number[];

/** Fraction-free elimination (Bareiss) on whole numbers of any size. */
function rankOf(rows: readonly Row[]): number {
  const m = rows.map((row) => row.map(BigInt));
  let rank = 0;
  let previous = 1n;
  for (let column = 0; column < (m[0]?.length ?? 0) && rank < m.length; column += 1) {
    const pivot = m.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [m[rank], m[pivot]] = [m[pivot]!, m[rank]!];
    const lead = m[rank]!;
    for (let index = rank + 1; index < m.length; index += 1) {
      const row = m[index]!;
      const factor = row[column]!;
      for (let other = column; other < row.length; other += 1)
        row[other] = (row[other]! * lead[column]! - lead[other]! * factor) / previous;
    }
    previous = lead[column]!;
    rank += 1;
  }
  return rank;
}

function* smallSets(n: number, most: number, from = 0, chosen: number[] = []): Generator<number[]> {
  if (chosen.length > 0) yield chosen;
  if (chosen.length === most) return;
  for (let next = from; next < n; next += 1) yield* smallSets(n, most, next + 1, [...chosen, next]);
}

interface Company {
  readonly people: readonly string[];
  readonly cells: readonly (Cell & { members: readonly string[] })[];
}
const rowOf = ({ people }: Company, members: readonly string[]) =>
  people.map((person) => (members.includes(person) ? 1 : 0));

/**
 * Some combination of the rows is about these people alone exactly where leaving their columns out lowers the rank.
 */
function workOutSmallGroup(rows: readonly Row[]): number[] | null {
  if (rows.length === 0) return null;
  const rank = rankOf(rows);
  for (const set of smallSets(rows[0]!.length, 4)) {
    const without = rows.map((row) => row.filter((_, column) => !set.includes(column)));
    if (rankOf(without) < rank) return set;
  }
  return null;
}

const isWorkedOut = (rows: readonly Row[], wanted: Row) =>
  wanted.some((value) => value !== 0) && rows.length > 0 && rankOf([...rows, wanted]) === rankOf(rows);

function attack(company: Company) {
  const verdicts = suppressCells(company.cells);
  const shown = company.cells.filter((cell) => verdicts.get(cell.key) === "shown");
  const rows = shown.map((cell) => rowOf(company, cell.members));
  return {
    verdicts,
    rows,
    smallGroup: workOutSmallGroup(rows),
    hiddenWorkedOut: company.cells.filter(
      (cell) =>
        ["too_few", "dominance"].includes(verdicts.get(cell.key)!) &&
        isWorkedOut(rows, rowOf(company, cell.members)),
    ),
  };
}

const peopleOf = (n: number) => Array.from({ length: n }, (_, index) => `p${index}`);
const anyKind = fc.constantFrom("group" as const, "group" as const, "split" as const);

/** Cells that overlap in any way at all. */
const anyCompany: fc.Arbitrary<Company> = fc.integer({ min: 1, max: 15 }).chain((n) =>
  fc
    .array(fc.record({ members: fc.subarray(peopleOf(n)), kind: anyKind, isRich: fc.boolean() }), {
      maxLength: 7,
    })
    .map((cells) => ({
      people: peopleOf(n),
      cells: cells.map(({ members, kind, isRich }, index) => ({
        key: `c${index}`,
        members,
        kind,
        ...(isRich && { contributions: members.map((person) => (person === "p0" ? 1000 : 1)) }),
      })),
    })),
);

/** A company as it is: total, regions, units in them, a second filter across, and everything after one person moved. */
const realCompany: fc.Arbitrary<Company> = fc
  .record({
    sizes: fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
    isNew: fc.array(fc.boolean(), { minLength: 54, maxLength: 54 }),
    moves: fc.boolean(),
  })
  .map(({ sizes, isNew, moves }) => {
    const place: { region: number; unit: string; isNew: boolean }[] = [];
    sizes.forEach((units, region) => {
      units.forEach((size, unit) => {
        for (let index = 0; index < size; index += 1)
          place.push({ region, unit: `${region}.${unit}`, isNew: isNew[place.length] ?? false });
      });
    });
    const people = peopleOf(place.length);
    const where = (test: (of: (typeof place)[number]) => boolean) =>
      people.filter((_, index) => test(place[index]!));
    const units = [...new Set(place.map(({ unit }) => unit))];
    const cells: { key: string; members: string[]; kind?: "split" }[] = [
      { key: "company", members: people },
      ...sizes.map((_, region) => ({
        key: `region ${region}`,
        members: where((of) => of.region === region),
      })),
      ...units.map((unit) => ({ key: `unit ${unit}`, members: where((of) => of.unit === unit) })),
      ...[true, false].map((fresh) => ({
        key: `new ${fresh}`,
        members: where((of) => of.isNew === fresh),
        kind: "split" as const,
      })),
    ];
    if (moves && units.length > 0)
      cells.push({ key: "after the move", members: cells.at(-3)!.members.slice(1) });
    return { people, cells };
  });

describe("an attacker who solves the equations of all shown cells", () => {
  it("works out nothing about fewer than five people, whatever the cells", () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const { smallGroup, hiddenWorkedOut } = attack(company);
        expect(smallGroup).toBeNull();
        expect(hiddenWorkedOut).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  it("nor from total, regions, units, a second filter and a move between two periods", () => {
    fc.assert(
      fc.property(realCompany, (company) => {
        if (company.people.length > 18) return;
        const { smallGroup, hiddenWorkedOut } = attack(company);
        expect(smallGroup).toBeNull();
        expect(hiddenWorkedOut).toEqual([]);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it("while nothing is hidden without need: each cell given up would have told something", () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const groups = {
          ...company,
          cells: company.cells.map(({ key, members }) => ({ key, members })),
        };
        const { verdicts, rows } = attack(groups);
        for (const cell of groups.cells) {
          const verdict = verdicts.get(cell.key)!;
          expect(verdict === "too_few").toBe(new Set(cell.members).size < 5);
          if (verdict !== "complementary" && verdict !== "differencing") continue;
          const more = [...rows, rowOf(groups, cell.members)];
          const tellsHidden = groups.cells.some(
            (hidden) =>
              verdicts.get(hidden.key) === "too_few" && isWorkedOut(more, rowOf(groups, hidden.members)),
          );
          expect(workOutSmallGroup(more) !== null || tellsHidden).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it("and direct comparison of two splits leaves at least ten", () => {
    fc.assert(
      fc.property(anyCompany, ({ cells }) => {
        const split = cells.map(({ key, members }) => ({ key, members, kind: "split" as const }));
        const verdicts = suppressCells(split);
        const shown = split.filter(({ key }) => verdicts.get(key) === "shown");
        for (const a of shown)
          for (const b of shown) {
            const apart =
              a.members.filter((person) => !b.members.includes(person)).length +
              b.members.filter((person) => !a.members.includes(person)).length;
            expect(apart === 0 || apart >= 10).toBe(true);
          }
      }),
      { numRuns: 200 },
    );
  });

  it("is caught by the test itself where suppression is left out: unit 12 and unit 11", () => {
    const people = peopleOf(12);
    const company = { people, cells: [] };
    expect(workOutSmallGroup([rowOf(company, people), rowOf(company, people.slice(1))])).toEqual([0]);
  });
});

describe("groups that split a total", () => {
  it("are decided as their members would be", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), (sizes) => {
        const groups = sizes.map((n, index) => ({ key: `g${index}`, n }));
        const members = groups.map(({ key, n }) => ({ key, members: peopleOf(n).map((p) => `${key}${p}`) }));
        const byMembers = suppressCells([
          ...members,
          { key: "total", members: members.flatMap((cell) => cell.members) },
        ]);
        const byCounts = suppressGroups(groups);
        for (const { key } of groups) expect(byCounts.get(key)).toBe(byMembers.get(key));
      }),
    );
  });
});

describe("many cells", () => {
  it("decides for 600 units under 60 regions in a few seconds at most", () => {
    const units = Array.from({ length: 600 }, (_, index) => ({
      n: 1 + ((index * 7) % 14),
      cells: [`u${index}`, `r${index % 60}`, "all"],
    }));
    const keys = [...new Set(units.flatMap(({ cells }) => cells))];
    const started = process.cpuUsage();
    const verdicts = suppressBlocks(
      keys.map((key) => ({ key })),
      units,
    );
    const { user } = process.cpuUsage(started);
    expect(verdicts.get("all")).toBe("shown");
    expect(user).toBeLessThan(10_000_000);
  });
});
