/**
 * What may be shown of groups of people. Every list, chart, export and JSON that sums up what single people said or cost
 * asks here; nobody is exempt. The rules and their sources: docs/decisions/0012-suppression.md.
 */
import { isDominated } from "./dominance";
import { type Block, blocksOfMembers } from "./member-blocks";
import { ShownSpace } from "./shown-space";

/** What surveys say is shown for groups of at least this many people. */
export const minimumGroupSize = 5;
/** Comments, and a group split by a second filter, need more: both are easier to put a name to. */
const minimumCommentGroupSize = 10;
const minimumSplitSize = 10;

export type Suppression =
  | "shown"
  /** Fewer people than the limit. */
  | "too_few"
  /** Would give a hidden group away by subtraction. */
  | "complementary"
  /** One or two people make up nearly all of the sum. */
  | "dominance"
  /** Differs from what is shown by so few people that the difference would tell what they said. */
  | "differencing";

export type CellKind = "group" | "split" | "comments";
const limits: Readonly<Record<CellKind, number>> = {
  group: minimumGroupSize,
  split: minimumSplitSize,
  comments: minimumCommentGroupSize,
};

export interface Cell {
  readonly key: string;
  /**
   * Whose values the cell sums up. Use the same id wherever it is the same value: the answer's id where each wave is a
   * new answer, the person's where the value stays (pay), so that two periods are compared as two groups are.
   */
  readonly members: Iterable<string>;
  readonly kind?: CellKind;
  /** What each member adds to a sum of money; lets the sum be tested for dominance. */
  readonly contributions?: readonly number[];
}

/** A cell known by how many people it holds only; `blocks` say which cells share them. */
export interface CountedCell {
  readonly key: string;
  readonly kind?: CellKind;
  readonly isDominated?: boolean;
}

/**
 * Decides for all cells of one value (the answers to one question, the pay, the comments) that anybody can see together:
 * on whatever page, with whatever filter, in whatever export. Cells may overlap as they like.
 */
export function suppressCells(cells: readonly Cell[]): ReadonlyMap<string, Suppression> {
  return suppressBlocks(
    cells.map(({ key, kind, contributions }) => ({
      key,
      ...(kind && { kind }),
      isDominated: contributions ? isDominated(contributions) : false,
    })),
    blocksOfMembers(cells),
  );
}

/** The same for groups of which only the numbers are known: a block is everyone who is in exactly the cells it names. */
export function suppressBlocks(
  cells: readonly CountedCell[],
  blocks: readonly Block[],
): ReadonlyMap<string, Suppression> {
  const space = new ShownSpace(blocks, minimumGroupSize);
  const verdicts = new Map<string, Suppression>();
  const whole = new Set(
    cells.filter(({ kind = "group" }) => kind === "group").map(({ key }) => space.cellOf(key).columns.join()),
  );
  const known = cells.map((cell) => {
    const sized = space.cellOf(cell.key);
    // A second filter that everybody passes splits nothing.
    const kind = cell.kind === "split" && whole.has(sized.columns.join()) ? "group" : (cell.kind ?? "group");
    return { ...cell, ...sized, limit: limits[kind] };
  });
  for (const cell of known) {
    if (cell.n < cell.limit) verdicts.set(cell.key, "too_few");
    else if (cell.isDominated) verdicts.set(cell.key, "dominance");
    else continue;
    space.keepSecret(cell);
  }
  // The largest first: what is given up to protect a small group should be small too.
  const open = known
    .filter((cell) => !verdicts.has(cell.key))
    .sort((a, b) => a.limit - b.limit || b.n - a.n || (a.key < b.key ? -1 : 1));
  const shown: typeof open = [];
  for (const cell of open) {
    const isTooClose = shown.some((other) => {
      const apart = space.sizeApart(cell, other);
      return apart > 0 && apart < Math.max(cell.limit, other.limit);
    });
    const verdict = space.tryToShow(cell.vector, isTooClose);
    verdicts.set(cell.key, verdict);
    if (verdict === "shown") shown.push(cell);
  }
  return verdicts;
}

export interface SurveyGroup {
  readonly key: string;
  /** Distinct people who answered. */
  readonly n: number;
}

const totalKey = "\u0000total";

/**
 * Decides for groups that split one total. `isTotalShown` says whether the reader sees the total anywhere: on another
 * row, page or export.
 */
export function suppressGroups(
  groups: readonly SurveyGroup[],
  { kind = "group" as CellKind, isTotalShown = true } = {},
): ReadonlyMap<string, Suppression> {
  const cells: CountedCell[] = groups.map(({ key }) => ({ key, kind }));
  const verdicts = suppressBlocks(
    isTotalShown ? [...cells, { key: totalKey }] : cells,
    groups.map(({ key, n }) => ({ n, cells: isTotalShown ? [key, totalKey] : [key] })),
  );
  return new Map([...verdicts].filter(([key]) => key !== totalKey));
}
